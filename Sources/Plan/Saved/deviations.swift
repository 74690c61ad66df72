extension SavedPlan {
  /// Everything in which a plan that is made now is another; empty where it would do exactly the same.
  ///
  /// The fleet first, then clusters, then objects, each in the order of the saved plan and then of the new one.
  package func deviations(from now: SavedPlan) -> [PlanDeviation] {
    let file: [PlanDeviation] = fleet.digest == now.fleet.digest ? [] : [.fleetFile]
    let buckets: [PlanDeviation] =
      bucket == now.bucket ? [] : [.bucket(saved: bucket?.words, now: now.bucket?.words)]
    return file + buckets
      + Self.pairs(clusters, now.clusters, by: \.name).compactMap(Self.deviation)
      + Self.pairs(objects, now.objects, by: \.name).flatMap(Self.deviations)
  }

  /// What bears one name, in the order of the first list and then of what only the second has.
  private static func pairs<Value, Name: Hashable>(
    _ saved: [Value],
    _ now: [Value],
    by name: (Value) -> Name,
  ) -> [(saved: Value?, now: Value?)] {
    let current = Dictionary(now.map { (name($0), $0) }, uniquingKeysWith: { $1 })
    let known = Set(saved.map(name))
    return saved.map { ($0, current[name($0)]) }
      + now.filter { !known.contains(name($0)) }.map { (nil, $0) }
  }

  private static func deviation(saved: Cluster?, now: Cluster?) -> PlanDeviation? {
    guard let saved else { return now.map { .clusterAdded($0.name) } }
    guard let now else { return .clusterMissing(saved.name) }
    switch (saved.uid, now.uid) {
    case (let old?, let new?) where old != new:
      return .clusterIdentity(saved.name, saved: old, now: new)
    case (_?, nil): return .clusterLost(saved.name, now: now.unknown ?? "")
    case (nil, _?): return .clusterFound(saved.name)
    default: return saved == now ? nil : .clusterOtherwise(saved.name)
    }
  }

  private static func deviations(saved: Object?, now: Object?) -> [PlanDeviation] {
    guard let saved else { return now.map { [.objectAdded($0.name, now: $0.action)] } ?? [] }
    guard let now else { return [.objectMissing(saved.name, saved: saved.action)] }
    guard saved.action == now.action else {
      return [.objectAction(saved.name, saved: saved.action, now: now.action)]
    }
    return saved.deviations(from: now)
  }
}

extension SavedPlan.Object {
  /// Of one object to which the same is done; never empty where they differ.
  fileprivate func deviations(from now: Self) -> [PlanDeviation] {
    var found: [PlanDeviation] = []
    if live?.uid != now.live?.uid {
      found.append(.objectIdentity(name))
    } else if live != now.live {
      found.append(.objectChanged(name))
    }
    let content = (desired, differences, takesOver)
    if content != (now.desired, now.differences, now.takesOver) {
      found.append(.objectContent(name))
    }
    if (notes, obstacles) != (now.notes, now.obstacles) {
      found.append(.objectRemarks(name, saved: codes, now: now.codes))
    }
    return found
  }

  /// Of all that is said of it.
  private var codes: [String] { (notes + obstacles).map(\.code) }
}

extension SavedPlan.Bucket {
  /// Its name and what is done with it.
  fileprivate var words: String { "\(name): \(action)" }
}
