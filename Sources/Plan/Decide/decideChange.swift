import JSON
package import Objects

extension LiveState {
  /// What is done with one desired object, given what the server answered about it.
  func change(
    of desired: DesiredObject,
    answer: ServerAnswer?,
    fleet: String,
    settings: PlanSettings,
  ) -> Change {
    let live = self[desired.reference]
    if isLeftToOthers(desired.manifest) {
      return Change(
        .none,
        desired.reference,
        desired: desired,
        live: live,
        notes: [.leftToOthers(fleet: live.flatMap(Self.owner))],
      )
    }
    var change = base(desired, live: live, answer: answer, fleet: fleet)
    change.notes += notes(for: desired, answer: answer) + volumeNotes(of: change)
    if let owner = live.flatMap(Self.owner), owner != fleet {
      change.obstacles.append(Self.taken(desired.manifest, by: owner))
    }
    if case .refused(let error) = answer { change.obstacles.append(.refused(error)) }
    if live == nil {
      if let status = unreadable(desired.reference) { change.obstacles.append(.unreadable(status)) }
      change.obstacles += desired.unavailable.map(Obstacle.unavailable)
    }
    judgeConflicts(of: answer, in: &change, settings: settings)
    if let flaw = desired.flaw { change.obstacles.append(flaw) }
    // What is installed stays so, whatever the catalogue has by now.
    if live?.installedVersion(of: desired.reference) == nil {
      change.obstacles += catalogueGap(for: desired.manifest).map { [.catalogue($0)] } ?? []
    }
    return change
  }

  /// What another fleet has of which a cluster has one, or whatever else bears its label.
  private static func taken(_ manifest: Manifest, by fleet: String) -> Obstacle {
    if manifest.sharedText != nil { return .platformOfFleet(fleet) }
    return manifest.reference.kind == .subscription
      ? .operatorOfFleet(fleet) : .ownedByFleet(fleet)
  }

  /// Whether somebody else has made what works for the whole cluster.
  package func isLeftToOthers(_ manifest: Manifest) -> Bool {
    guard manifest.reference.kind.is(.firstComeFirstServed),
      let live = self[manifest.reference]
    else { return false }
    return Self.owner(of: live) != Self.owner(of: manifest.body)
  }

  private func base(
    _ desired: DesiredObject,
    live: JSON?,
    answer: ServerAnswer?,
    fleet: String,
  ) -> Change {
    let reference = desired.reference
    guard let live else {
      // Whether it is there is not known, so nobody can say that it would be made.
      if unreadable(reference) != nil { return Change(.none, reference, desired: desired) }
      return Change(making: answer?.object ?? desired.body, desired)
    }
    if let linger = linger(of: reference) {
      return Change(
        making: desired.body,
        desired,
        live: live,
        notes: [.isBeingDeleted(linger)],
      )
    }
    if case .immutable(let status, let fresh) = answer {
      return Change(
        .replace,
        reference,
        desired: desired,
        live: live,
        differences: Difference.wanted(from: live, to: desired.body, stored: fresh),
        notes: [.replacedBecause(status)],
      )
    }
    let isOurs = Self.owner(of: live) == fleet || desired.isGrowth
    var differences = answer.map { Self.differences(from: live, to: desired.body, $0) } ?? []
    if !desired.isShared {
      let taken = Self.takenBack(in: live, notIn: desired.body, answer, isOurs: isOurs)
      differences += taken.filter { !$0.isTold(by: differences, in: live) }
    }
    let isKept = isOurs || desired.manifest.sharedText != nil
    let action: Action =
      isKept ? (differences.isEmpty && answer?.isRefusal != true ? .none : .update) : .adopt
    return Change(action, reference, desired: desired, live: live, differences: differences)
  }

  private func notes(for desired: DesiredObject, answer: ServerAnswer?) -> [Note] {
    var notes: [Note] = []
    if self[desired.reference] != nil { notes += desired.unavailable.map(Note.undecided) }
    if case .notAsked(let reason) = answer { notes.append(.notValidated(reason)) }
    if let seconds = tokenLifetimes[desired.reference] {
      notes.append(.tokenExpires(inSeconds: seconds))
    }
    return notes + (certificateNotes[desired.reference] ?? [])
      + (storageNotes[desired.reference] ?? [])
  }

  private func judgeConflicts(
    of answer: ServerAnswer?,
    in change: inout Change,
    settings: PlanSettings,
  ) {
    guard case .accepted(_, let conflicts, _) = answer, !conflicts.isEmpty else { return }
    // A claim's size is its controller's, who made it, only until somebody asks for more.
    if change.desired?.isGrowth == true {
      change.takesOver = true
      return
    }
    for conflict in conflicts {
      // Of a text that is edited, nothing of the hand's is lost.
      if change.desired?.manifest.sharedText != nil, FieldManager.isByHand(conflict.manager) {
        change.takesOver = true
      } else if settings.forcesConflicts || FieldManager.isByHand(conflict.manager) {
        change.notes.append(.takenFrom(conflict))
        change.takesOver = true
      } else {
        change.obstacles.append(.conflict(conflict))
      }
    }
  }

  /// The fleet that a live object says it belongs to.
  static func owner(of live: JSON) -> String? {
    live.metadata.label(WellKnown.fleetLabel)
  }

  private static func differences(
    from live: JSON,
    to desired: JSON,
    _ answer: ServerAnswer,
  ) -> [Difference] {
    if let object = answer.object { return Difference.between(live, and: object) }
    return Difference.wanted(from: live, to: desired, stored: answer.fresh)
  }

  /// Fields that hands have set and that we do not want, as they are and as the server has them by itself.
  ///
  /// Taking them over gives them up, so apply removes them; a dry run, which leaves their owner in
  /// place, cannot show that.
  private static func takenBack(
    in live: JSON,
    notIn desired: JSON,
    _ answer: ServerAnswer?,
    isOurs: Bool,
  ) -> [Difference] {
    guard let answer, !answer.isRefusal else { return [] }
    return reclaimable(in: live, desired: desired, isOurs: isOurs).flatMap { path in
      let (now, then) = (live[path], answer.fresh?[path])
      // Of what the server sets itself, an adopted object keeps what it has.
      if !isOurs, then != nil { return [Difference]() }
      return Difference.between(now, and: then, at: path)
    }
  }
}

extension Difference {
  /// Whether a list's element goes that other differences show as one that changes its key.
  fileprivate func isTold(by others: [Difference], in live: JSON) -> Bool {
    guard let end = path.steps.lastIndex(where: \.isElement) else { return false }
    let item = FieldPath(Array(path.steps[...end]))
    guard let name = live[item]?["name"]?.stringValue else { return false }
    let named = FieldPath(Array(path.steps[..<end])) / .element(key: "name", value: name)
    return item != named && others.contains { $0.path.hasPrefix(named) }
  }
}

extension FieldPath.Step {
  fileprivate var isElement: Bool { if case .element = self { true } else { false } }
}

extension ServerAnswer {
  var object: JSON? {
    if case .accepted(let object, _, _) = self { object } else { nil }
  }

  var fresh: JSON? {
    switch self {
    case .accepted(_, _, let fresh): fresh
    case .acceptedAfterTakeover(let fresh): fresh
    case .immutable(_, let fresh): fresh
    case .notAsked, .refused: nil
    }
  }

  var isRefusal: Bool {
    if case .refused = self { true } else { false }
  }
}
