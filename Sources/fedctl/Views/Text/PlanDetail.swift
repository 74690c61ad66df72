/// How much of a plan is told.
struct PlanDetail {
  /// Whether alike clusters and objects come together, and long values are cut.
  var folds = true
  /// Whether the fields of objects that are created are told one by one.
  var tellsNewFields = false

  /// So many lines of a value that only comes or only goes are told.
  var linesOfNewValue: Int { folds ? 12 : .max }
  /// So many different values of alike clusters are told.
  var differentValues: Int { folds ? 6 : .max }
  /// So many clusters are told by context, server and uid each.
  var clustersInFull: Int { folds ? 6 : .max }
  /// So many names of one kind stand in one place.
  var names: Int { folds ? 12 : .max }
}
