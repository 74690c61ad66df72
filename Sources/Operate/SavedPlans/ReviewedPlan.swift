import Apply
import Fleet
import ObjectStore
package import Plan

/// A saved plan that a run applies: it may do what the plan says, and nothing else.
package struct ReviewedPlan: Sendable {
  /// What somebody has agreed to.
  package let saved: SavedPlan
  /// What this run was allowed on the command line: a file cannot allow more.
  package let options: SavedPlan.Options

  package init(_ saved: SavedPlan, options: SavedPlan.Options) {
    self.saved = saved
    self.options = options
  }

  /// Whether the plan is one for this fleet and this run at all.
  ///
  /// - Throws: `.otherFleet` or `.otherOptions`, before any cluster is asked.
  package func mayBegin(_ session: FleetSession) throws(SavedPlanFlaw) {
    guard saved.fleet.name == session.fleet.name else {
      throw .otherFleet(saved.fleet.name, here: session.fleet.name)
    }
    guard saved.options == options else {
      throw .otherOptions(saved: saved.options.names, given: options.names)
    }
  }

  /// Whether what would be done now is what the plan says.
  ///
  /// - Throws: `.stale` with everything that is otherwise.
  func check(_ planned: PlannedRun, in session: FleetSession) throws(SavedPlanFlaw) {
    let now = session.saving(
      planned,
      madeBy: saved.madeBy,
      fleetFile: saved.fleet.file,
      options: options,
    )
    let deviations = saved.deviations(from: now)
    guard deviations.isEmpty else { throw .stale(deviations) }
  }
}

extension FleetSession {
  /// A plan of this session as a file keeps it.
  package func saving(
    _ planned: PlannedRun,
    madeBy release: String,
    fleetFile: String,
    options: SavedPlan.Options,
  ) -> SavedPlan {
    SavedPlan(
      planned.clusters.plan,
      from: planned.clusters.live,
      madeBy: release,
      fleet: SavedPlan.Fleet(
        name: fleet.name,
        file: fleetFile,
        digest: SavedPlan.digest(of: look.manifests),
      ),
      options: options,
      bucket: planned.bucket.map {
        SavedPlan.Bucket(name: $0.bucket.name, action: $0.plan.action)
      },
    )
  }
}

extension SavedPlan.Options {
  /// As the command line has them.
  fileprivate var names: [String] {
    (forcesConflicts ? ["--force-conflicts"] : [])
      + (removesLeftovers ? ["--remove-leftovers"] : [])
      + acceptedIdentities.map { "--accept-identity \($0)" }
      + forgottenClusters.map { "--forget \($0)" }
      + clusters.map { "--cluster \($0)" } + objects.map { "--only \($0)" }
  }
}

extension BucketPlan {
  /// What is done with the bucket, as programs read it.
  package var action: String {
    switch self {
    case .create: "create"
    case .claim: "claim"
    case .exists: "keep"
    case .unchecked: "unchecked"
    case .refused: "refused"
    }
  }
}
