package import JSON
package import Objects

/// What apply does with one object.
package enum Action: String, Hashable, Sendable, CaseIterable {
  case create
  /// Takes over an object that exists without the fleet's label.
  case adopt
  case update
  /// Deletes and creates again: a field cannot be changed in place.
  case replace
  case delete
  /// Takes the fleet's fields off an object that outlives the fleet.
  case release
  case none = "keep"
}

/// One object of the plan: what is done with it, why, and what it does to the fields.
package struct Change: Sendable {
  private let core: Core
  /// What a reader of the plan should know, in the order in which it was found.
  package var notes: [Note]
  /// Why this cannot be done as it stands; apply does not try it.
  package var obstacles: [Obstacle]
  /// What it names and its cluster does not have: no obstacle, for it may come at any time, and no part of what the plan
  /// promises.
  package var lacks: [Lack] = []
  /// Whether other managers' fields are taken over, which the differences show.
  package var takesOver: Bool

  /// What of it never changes, behind one reference: the changes of a whole fleet are filtered, sorted and handed on
  /// many times, and a copy would count those to all its fields.
  private final class Core: Sendable {
    let reference: ObjectReference
    let action: Action
    let desired: DesiredObject?
    let live: JSON?
    let effect: Effect

    init(
      _ action: Action,
      _ reference: ObjectReference,
      _ desired: DesiredObject?,
      _ live: JSON?,
      _ effect: Effect,
    ) {
      self.reference = reference
      self.action = action
      self.desired = desired
      self.live = live
      self.effect = effect
    }
  }

  /// Which object of which cluster.
  package var reference: ObjectReference { core.reference }
  /// What is done with it.
  package var action: Action { core.action }
  /// nil for an object that is deleted.
  package var desired: DesiredObject? { core.desired }
  /// nil for an object that does not exist.
  package var live: JSON? { core.live }

  /// What a change does to the fields.
  private enum Effect: Sendable {
    /// All fields of an object come. They are as many as it has, of each object of a fleet that is new.
    case making(JSON)
    case changing([Difference])
  }

  /// Field by field, in the order of the object; empty for what is deleted or stays.
  package var differences: [Difference] {
    switch core.effect {
    case .making(let object): Difference.between([:], and: object)
    case .changing(let differences): differences
    }
  }

  /// An object that is made, as the server would store it.
  ///
  /// `live` is one that is on its way out.
  init(
    making object: JSON,
    _ desired: DesiredObject,
    live: JSON? = nil,
    notes: [Note] = [],
  ) {
    core = Core(.create, desired.reference, desired, live, .making(object.withoutServerFields))
    self.notes = notes
    obstacles = []
    takesOver = false
  }

  init(
    _ action: Action,
    _ reference: ObjectReference,
    desired: DesiredObject? = nil,
    live: JSON? = nil,
    differences: [Difference] = [],
    notes: [Note] = [],
    obstacles: [Obstacle] = [],
    takesOver: Bool = false,
  ) {
    core = Core(action, reference, desired, live, .changing(differences))
    self.notes = notes
    self.obstacles = obstacles
    self.takesOver = takesOver
  }
}

extension Change {
  /// Whether a StatefulSet can be made again around its running pods: the new one finds them by the same
  /// labels, and they keep the names that the same Service gives them.
  package var keepsPods: Bool {
    guard action == .replace, reference.kind == .statefulSet, let desired else { return false }
    return ["selector", "serviceName"].allSatisfy {
      live?["spec"]?[$0] == desired.body["spec"]?[$0]
    }
  }

  /// Whether a runbook has made it and nobody uses it any more.
  package var isLeftover: Bool { notes.contains { if case .leftover = $0 { true } else { false } } }

  /// Whether somebody else has made what works for the whole cluster, and has to see that it does.
  private var isLeftToOthers: Bool {
    notes.contains { if case .leftToOthers = $0 { true } else { false } }
  }

  /// Whether the object is no longer the fleet's afterwards.
  var isDeparture: Bool { action == .delete || action == .release }

  /// Whether others write the object too, so that nothing of theirs is taken.
  package var isShared: Bool {
    reference.kind.is(.shared) || desired?.isShared == true
  }

  /// Why an object that stays as it is does not do what it is for; nil where it does, or is changed.
  package var unreadiness: ReadinessReason? {
    guard action == .none, obstacles.isEmpty, desired != nil, !isLeftToOthers, let live
    else { return nil }
    return Readiness.of(live, kind: reference.kind).reason
  }
}
