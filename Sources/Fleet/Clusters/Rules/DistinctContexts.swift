extension Rule {
  static let distinctContexts = distinct("context", summary: "context used twice") {
    "The context `\($0)` already belongs to \($1): both would own the same objects there."
  }
}
