import Apply
import JSON
import ObjectStore
import Operate
import Plan

extension Report {
  /// What GitLab's `artifacts:reports:terraform` reads: how much comes, changes and goes.
  ///
  /// An object that is made anew comes and goes; a bucket counts as an object. Where no plan was made nothing
  /// is counted, and the job has failed.
  var gitLabJSON: JSON {
    let actions = planned?.clusters.plan.changes.map(\.action) ?? []
    let bucket = planned?.bucket?.plan
    return [
      "create": .integer(
        Int64(actions.count { [.create, .replace].contains($0) } + (bucket == .create ? 1 : 0))
      ),
      "update": .integer(
        Int64(
          actions.count { [.update, .adopt, .release].contains($0) } + (bucket == .claim ? 1 : 0)
        )
      ),
      "delete": .integer(Int64(actions.count { [.delete, .replace].contains($0) })),
    ]
  }
}
