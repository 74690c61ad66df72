import Facts
package import Objects

/// What a plan promises: what would be done to which objects, as they are now.
///
/// Two plans with the same essence do the same, so that a person who has agreed to one has agreed to
/// the other. Of texts in objects it holds digests alone, so that it may be kept and compared anywhere.
/// What passes by itself is no part of it: an object's `status`, the seconds until a token expires,
/// and in which way a cluster out of reach was silent.
package struct PlanEssence: Hashable, Sendable {
  /// A cluster of the plan's header.
  package struct Cluster: Hashable, Sendable {
    /// The cluster's name in the fleet.
    package let name: String
    /// The context that leads there.
    package let context: String
    /// nil for a cluster that is unknown.
    package let identity: ClusterIdentity?
    /// What kind of ignorance it is; nil for a cluster that was reached.
    package let unknown: UnknownCluster.Code?
    /// Whether the fleet file no longer has it.
    package let isLeaving: Bool
    /// nil for a cluster whose name has not changed.
    package let formerName: String?
  }

  /// One object of the plan.
  package struct Object: Hashable, Sendable {
    /// Which object of which cluster.
    package let reference: ObjectReference
    /// What would be done with it.
    package let action: Action
    /// Whether others' fields would be taken.
    package let takesOver: Bool
    /// Of the object as it would be sent, so far as it is known; nil where nothing is sent.
    package let desired: Fingerprint?
    /// nil where the object does not exist, or nothing is done to it.
    package let live: LiveFingerprint?
    /// Of all differences, old and new; of none where the object is new.
    package let differences: Fingerprint
    /// Those that do not change with time alone.
    package let notes: [Note]
    /// What keeps it from being done.
    package let obstacles: [Obstacle]
  }

  /// The fleet's name.
  package let fleet: String
  /// In the plan's order.
  package let clusters: [Cluster]
  /// Every object of the plan, by reference.
  package let objects: [ObjectReference: Object]
}

extension ChangePlan {
  /// What the plan comes down to, for comparison with another.
  package var essence: PlanEssence {
    PlanEssence(
      fleet: fleet,
      clusters: clusters.map(PlanEssence.Cluster.init),
      objects: Dictionary(
        changes.map { ($0.reference, PlanEssence.Object($0)) },
        uniquingKeysWith: { $1 },
      ),
    )
  }

  /// Whether applying either plan would do the same to the same objects.
  package func promisesTheSame(as other: ChangePlan) -> Bool { essence == other.essence }
}

extension PlanEssence.Cluster {
  fileprivate init(_ cluster: PlannedCluster) {
    name = cluster.name
    context = cluster.context
    isLeaving = cluster.isLeaving
    formerName = cluster.formerName
    switch cluster.condition {
    case .reached(let found): (identity, unknown) = (found, nil)
    case .unknown(let reason): (identity, unknown) = (nil, reason.code)
    }
  }
}

extension PlanEssence.Object {
  fileprivate init(_ change: Change) {
    let isTouched = change.action != .none
    reference = change.reference
    action = change.action
    takesOver = change.takesOver
    desired = isTouched ? change.desired.map { Fingerprint($0.body) } : nil
    live = isTouched ? change.live.map(LiveFingerprint.init) : nil
    // What a server would give a new object by itself, as an address, is another each time it is asked.
    differences = Fingerprint(change.action == .create ? [] : change.differences)
    notes = change.notes.filter(\.isLasting)
    obstacles = change.obstacles
  }
}

extension Note {
  /// Whether the note stays as it is while nobody does anything.
  var isLasting: Bool {
    switch self {
    case .tokenExpires, .certificateExpires: false
    case .notValidated, .takenFrom, .replacedBecause, .undecided, .alsoDeletes,
      .certificateIsRenewed, .leftToOthers, .isBeingDeleted, .isGoing, .broughtBy,
      .storageCannotShrink, .storageCannotGrow, .lacksStorageClass, .volumesCome, .podsGo,
      .keepsStorageClass, .leftover, .succeeded, .stays:
      true
    }
  }
}
