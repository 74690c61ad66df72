import Objects

extension ChangePlan {
  /// What must not be overlooked, the worst first; empty for a plan that anybody may wave through.
  package var dangers: [Danger] {
    let leaving = clusters.filter { $0.isLeaving && !$0.isUnknown }.map(\.name)
    let departed = leaving.isEmpty ? [] : [Danger.clustersLeave(leaving)]
    return departed + deletions(besides: leaving) + shortenedRetention + goingPods + replacements
      + bucketMoves + splits + renames + takeovers + lacks + open
  }

  /// What the hub keeps for a cluster goes with the cluster, or with its former name.
  private func deletions(besides leaving: [String]) -> [Danger] {
    let told = Set(leaving + clusters.compactMap(\.formerName))
    let deleted = changes.filter { $0.action == .delete && !told.contains($0.loser) }
    return deleted.isEmpty ? [] : [.deletes(deleted.map(\.reference))]
  }

  private var replacements: [Danger] {
    let replaced = changes.filter { $0.action == .replace }
    let byConsequence = Dictionary(grouping: replaced) { $0.consequence ?? .madeAgain }
    let worstFirst: [Consequence] = [
      .madeAgainWithPods, .madeAgain, .madeAgainThenPods, .madeAgainAroundPods,
    ]
    return worstFirst.compactMap { consequence in
      byConsequence[consequence].map { .replaces($0.map(\.reference), consequence) }
    }
  }

  /// A pod that writes series holds what nobody else has yet.
  private var goingPods: [Danger] {
    changes.filter(\.keepsSamples).flatMap { change in
      change.notes.compactMap { note in
        guard case .podsGo(let count, let keepsClaims) = note else { return nil }
        return .podsGo(change.reference, count, keepsClaims: keepsClaims)
      }
    }
  }

  private var renames: [Danger] {
    clusters.compactMap { cluster in
      cluster.formerName.map { .renames(from: $0, to: cluster.name) }
    }
  }

  /// An adoption that only adds takes nothing from anybody.
  private var takeovers: [Danger] {
    let losing = changes.filter { change in
      change.action == .adopt && change.differences.contains { $0.before != nil }
    }
    return losing.isEmpty ? [] : [.takesOver(losing.map(\.reference))]
  }

  /// What is not there, each thing once for all who name it; in the order of the plan.
  private var lacks: [Danger] {
    var order: [Place] = []
    var found: [Place: (lack: Lack, users: [ObjectReference])] = [:]
    for change in changes {
      for lack in change.lacks {
        let place = Place(name: lack.supply.description, isThere: lack.isThere)
        if let former = found[place] {
          found[place]?.lack.supply = former.lack.supply.joined(lack.supply)
          found[place]?.lack.needsNamespace = former.lack.needsNamespace || lack.needsNamespace
        } else {
          order.append(place)
        }
        found[place, default: (lack, [])].users.append(change.reference)
      }
    }
    return order.compactMap { found[$0].map { .lacks($0.lack, for: $0.users) } }
  }

  /// What tells one lack from another, whoever names the thing and whatever for.
  private struct Place: Hashable {
    let name: String
    let isThere: Bool
  }

  /// What is not known, and what cannot be done.
  private var open: [Danger] {
    let unknown = clusters.filter { $0.isUnknown && !$0.isLeftAlone }.map(\.name)
    return (unknown.isEmpty ? [] : [.clustersUnknown(unknown, of: clusters.count)])
      + obstacles
  }

  /// In the order of the plan; what many objects lack, as a namespace of all clusters, is told once.
  private var obstacles: [Danger] {
    var order: [Obstacle] = []
    var objects: [Obstacle: [ObjectReference]] = [:]
    for change in blocked {
      guard let obstacle = change.obstacles.first else { continue }
      if objects[obstacle] == nil { order.append(obstacle) }
      objects[obstacle, default: []].append(change.reference)
    }
    return order.map { .blocked(objects[$0] ?? [], $0) }
  }
}

extension Change {
  /// Whether its pods write series into their volumes: those of a Prometheus, and of Thanos' receivers and rulers.
  fileprivate var keepsSamples: Bool {
    switch reference.kind {
    case .prometheus, .monitoringStack: true
    case .statefulSet: live?.commands.contains { $0 == "receive" || $0 == "rule" } == true
    default: false
    }
  }
}
