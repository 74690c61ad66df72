extension Rule {
  /// A name says which cluster a plan or an error is about, the hub's as well.
  static let distinctNames = distinct("name", hubStandard: "hub") { .nameTaken($0, by: $1) }
}
