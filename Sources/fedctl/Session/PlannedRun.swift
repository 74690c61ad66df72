import Apply
import ObjectStore
import Plan

/// What a run would do, to the clusters and to the bucket.
struct PlannedRun: Sendable {
  let clusters: PlannedFleet
  /// nil where the run leaves the bucket alone.
  let bucket: BucketPlan?

  var hasChanges: Bool { clusters.plan.hasChanges || bucket?.hasChanges == true }
  var isIncomplete: Bool { clusters.plan.isIncomplete || bucket?.isRefused == true }
}

/// How a run has ended.
enum Ending {
  case complete
  /// A cluster could not be reached or failed; the rest is done.
  case incomplete
  case interrupted
}
