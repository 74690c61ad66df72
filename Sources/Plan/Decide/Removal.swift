import Facts
import JSON
import Objects

/// What becomes of namespaces and definitions of a fleet that nothing asks for any more.
///
/// Both take with them what they hold, whoever made it. So they go only where what they hold is known,
/// and is nobody else's.
struct Removal {
  /// The fleet's name.
  let fleet: String
  /// What was found in them; one that is missing was not looked at.
  let holdings: [ObjectReference: Holding]
  /// What becomes of the metrics in a namespace.
  let volumes: VolumeFate

  /// A namespace goes where the fleet has made it and it holds nothing else; one that was there before
  /// the fleet is given back.
  func change(ofNamespace namespace: ObjectReference, _ live: JSON) -> Change {
    guard live.metadata.annotation(WellKnown.createdBy) == fleet else {
      return Change(.release, namespace, live: live)
    }
    return change(of: namespace, live, keptFor: reasonToKeep(holding(of: namespace)))
  }

  /// A definition takes every object of its kind with it, whoever made them.
  func change(ofDefinition definition: ObjectReference, _ live: JSON) -> Change {
    let holding = holding(of: definition)
    let reason =
      holding.foreign.isEmpty
      ? holding.unreadable.map(StayReason.contentUnknown) : .definesForeign(holding.foreign)
    return change(of: definition, live, keptFor: reason)
  }

  private func change(
    of object: ObjectReference,
    _ live: JSON,
    keptFor reason: StayReason?,
  ) -> Change {
    guard let reason else { return Change(.delete, object, live: live) }
    return Change(.none, object, live: live, notes: [.stays(reason)])
  }

  private func holding(of object: ObjectReference) -> Holding {
    holdings[object] ?? Holding(unreadable: .notLookedAt)
  }

  private func reasonToKeep(_ holding: Holding) -> StayReason? {
    if !holding.foreign.isEmpty { return .containsForeign(holding.foreign) }
    if let reason = holding.unreadable { return .contentUnknown(reason) }
    guard !holding.claims.isEmpty else { return nil }
    return switch volumes {
    case .deleted: nil
    case .keptUnlessAsked: .contains(claims: holding.claims.count)
    case .kept: .keepsClaims(holding.claims.count)
    }
  }
}

/// What becomes of the volume claims of a fleet's pods.
enum VolumeFate {
  case deleted
  /// They stay, and an option would delete them.
  case keptUnlessAsked
  /// They stay, and no option of the command deletes them.
  case kept
}

extension LiveState {
  /// The fleet's live objects of a kind, on all clusters that answered.
  func objects(_ kind: ResourceKind, of fleet: String) -> [(ObjectReference, JSON)] {
    clusters.keys.sorted().compactMap(snapshot).flatMap { snapshot in
      snapshot.objects.filter { $0.key.kind == kind && Self.owner(of: $0.value) == fleet }
        .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }
}
