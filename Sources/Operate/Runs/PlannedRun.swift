package import Apply
package import Fleet
import JSON
package import ObjectStore
import Objects
package import Plan
import Text

/// What a run is for.
package enum RunPurpose: Hashable, Sendable {
  /// Making the clusters what the fleet file asks for.
  case apply
  /// Removing what the fleet owns.
  case teardown
}

/// What a run would do, to the clusters and to the bucket.
package struct PlannedRun: Sendable {
  /// What carrying it out is for.
  package let purpose: RunPurpose
  /// What becomes of the clusters' objects.
  package let clusters: PlannedFleet
  /// nil where the run leaves the bucket alone.
  package let bucket: PlannedBucket?
  /// What it costs the hub that clusters tell of their use, by the fleet file; none of a teardown.
  private let usageCosts: [(cost: UsageCost, clusters: [String])]

  package init(
    purpose: RunPurpose,
    clusters: PlannedFleet,
    bucket: PlannedBucket?,
    usageCosts: [(cost: UsageCost, clusters: [String])] = [],
  ) {
    self.purpose = purpose
    self.clusters = clusters
    self.bucket = bucket
    self.usageCosts = usageCosts
  }

  /// What it costs the hub that clusters tell of their use: of those that begin to.
  package var usage: [(cost: UsageCost, clusters: [String])] {
    let beginning = Set(
      clusters.plan.changes.filter(\.beginsToTell).map(\.reference.cluster)
    )
    return usageCosts.map { ($0.cost, $0.clusters.filter(beginning.contains)) }
      .filter { !$0.clusters.isEmpty }
  }

  /// Whether carrying it out would change anything.
  package var hasChanges: Bool { clusters.plan.hasChanges || bucket?.plan.hasChanges == true }

  /// Whether something is there that an apply must wait for, though it changes nothing.
  package var awaitsReadiness: Bool { purpose == .apply && !clusters.unready.isEmpty }

  /// Whether something could not be looked at, or must be mended first.
  ///
  /// A teardown that leaves a cluster alone is not at its end: what the fleet has there stays.
  package var isIncomplete: Bool {
    clusters.plan.isIncomplete || bucket?.plan.isRefused == true || !away.isEmpty
  }

  /// The clusters on which nothing is done for want of a look at them; those that the file has in maintenance are among
  /// them in a teardown alone.
  package var away: [String] {
    clusters.plan.clusters.filter { $0.isUnknown && (purpose == .teardown || !$0.isLeftAlone) }
      .map(\.name)
  }
}

/// A fleet's bucket, and what becomes of it.
package struct PlannedBucket: Sendable {
  /// What the fleet file says of it.
  package let bucket: Bucket
  /// What becomes of it.
  package let plan: BucketPlan

  package init(_ bucket: Bucket, _ plan: BucketPlan) {
    self.bucket = bucket
    self.plan = plan
  }
}

extension PlannedRun {
  /// What must not be overlooked, the worst first; that a teardown deletes is no news.
  package var dangers: [Danger] {
    let all = clusters.plan.dangers
    return purpose == .apply ? all : all.filter { [.clustersUnknown, .blocked].contains($0.code) }
  }

  /// Whether carrying out either would do the same, to the same objects.
  func promises(theSameAs other: PlannedRun) -> Bool {
    purpose == other.purpose && bucket?.plan == other.bucket?.plan
      && clusters.plan.promisesTheSame(as: other.clusters.plan)
  }
}

extension Change {
  /// Whether there is more to be had of the cluster's use after it: the cluster is new, or the object begins
  /// to name a series by which each is told.
  fileprivate var beginsToTell: Bool {
    switch action {
    case .create, .adopt: reference.kind == .namespace
    case .update, .replace:
      differences.contains { $0.after.tellsUsage && !$0.before.tellsUsage }
    case .delete, .release, .none: false
    }
  }
}

extension JSON? {
  /// A Secret's text stands in Base64.
  fileprivate var tellsUsage: Bool {
    let name = UsageSeries.disk.rawValue
    guard let self else { return false }
    return self.text().contains(name)
      || self.stringValue.flatMap { Base64.string(of: $0) }?.contains(name) == true
  }
}
