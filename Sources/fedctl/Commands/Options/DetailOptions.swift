import ArgumentParser

/// How much of a plan is told.
struct DetailOptions: ParsableArguments {
  @Flag(help: "Tell every cluster and object for itself, and long values whole.")
  var full = false

  /// `tellsNewFields`: whether the fields of objects that are created are told, too.
  func detail(tellsNewFields: Bool = false) -> PlanDetail {
    PlanDetail(folds: !full, tellsNewFields: tellsNewFields)
  }
}
