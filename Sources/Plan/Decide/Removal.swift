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
    if live.metadata.isBeingDeleted { return .going(namespace, live, Linger(of: live)) }
    return change(of: namespace, live, keptFor: reasonToKeep(holding(of: namespace)))
  }

  /// A definition takes every object of its kind with it, whoever made them.
  func change(ofDefinition definition: ObjectReference, _ live: JSON) -> Change {
    let holding = holding(of: definition)
    let reason: StayReason? =
      if !holding.foreign.isEmpty {
        .definesForeign(holding.foreign)
      } else if !holding.needers.isEmpty {
        .neededBy(holding.needers)
      } else {
        holding.unreadable.map(StayReason.contentUnknown)
      }
    return change(of: definition, live, keptFor: reason)
  }

  /// The same of one that OLM has made for a Subscription of the fleet.
  func change(ofBrought definition: ObjectReference, _ brought: BroughtDefinition) -> Change {
    var change = change(ofDefinition: definition, brought.live)
    change.notes.insert(.broughtBy(brought.subscription), at: 0)
    return change
  }

  func changes(ofBrought all: [ObjectReference: BroughtDefinition]) -> [Change] {
    all.sorted { $0.key < $1.key }.map(change(ofBrought:_:))
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

extension Change {
  /// What goes whatever is decided of it, since somebody has deleted it already.
  static func going(_ object: ObjectReference, _ live: JSON, _ linger: Linger) -> Change {
    Change(.delete, object, live: live, notes: [.isGoing(linger)])
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
