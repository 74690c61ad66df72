package import Apply
package import Fleet
package import ObjectStore
package import Plan

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

  package init(purpose: RunPurpose, clusters: PlannedFleet, bucket: PlannedBucket?) {
    self.purpose = purpose
    self.clusters = clusters
    self.bucket = bucket
  }

  /// Whether carrying it out would change anything.
  package var hasChanges: Bool { clusters.plan.hasChanges || bucket?.plan.hasChanges == true }

  /// Whether something is there that an apply must wait for, though it changes nothing.
  package var awaitsReadiness: Bool { purpose == .apply && !clusters.unready.isEmpty }

  /// Whether something could not be looked at, or must be mended first.
  ///
  /// A teardown that leaves a cluster alone is not at its end: what the fleet has there stays.
  package var isIncomplete: Bool {
    clusters.plan.isIncomplete || bucket?.plan.isRefused == true
      || purpose == .teardown && clusters.plan.clusters.contains(where: \.isUnknown)
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
