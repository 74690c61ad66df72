extension Rule {
  /// Two contexts that lead to one server are one cluster.
  static let distinctServers = distinct("server", isShared: true) { .serverTaken($0, by: $1) }
}
