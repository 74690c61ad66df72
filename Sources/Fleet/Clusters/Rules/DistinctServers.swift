extension Rule {
  static let distinctServers = distinct("server", summary: "server used twice") {
    "The server `\($0)` already belongs to \($1): both would own the same objects there."
  }
}
