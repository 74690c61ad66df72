extension Rule {
  /// Two clusters of one context would own the same objects.
  static let distinctContexts = distinct("context", isShared: true) { .contextTaken($0, by: $1) }
}
