extension Rule {
  /// A name says which cluster a plan or an error is about, the hub's as well.
  static let distinctNames = distinct("name", summary: "name used twice", hubStandard: "hub") {
    "`\($0)` is already the name of \($1)."
  }
}
