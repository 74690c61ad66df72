import JSON
import Objects

/// A Secret that can be replaced by another of a new name, for those who use it to go over to.
struct RotatedSecret {
  /// As it is rendered: the first generation.
  let base: ObjectReference
  let subject: Rotation.Subject
  /// The cluster that it is for.
  let owner: String

  /// nil for what has one generation for ever.
  init?(_ manifest: Manifest) {
    guard manifest.reference.kind == .secret, let subject = manifest.rotated else { return nil }
    base = manifest.reference
    self.subject = subject
    owner = manifest.body.metadata.label(WellKnown.managedCluster) ?? manifest.reference.cluster
  }

  /// The Secret of a generation, from 1.
  func reference(_ generation: Int) -> ObjectReference {
    ObjectReference(
      cluster: base.cluster,
      .secret,
      namespace: base.namespace,
      name: generation == 1 ? base.name : "\(base.name)-\(generation)",
    )
  }

  /// The generations that are live and the fleet's, in order.
  ///
  /// The clusters themselves are the record: the newest that is there is the one that counts, and whoever goes on after
  /// a run that was killed needs to know nothing else.
  func generations(in live: LiveState, fleet: String?) -> [Int] {
    let objects = live.snapshot(of: base.cluster)?.objects ?? [:]
    return objects.compactMap { object, live -> Int? in
      guard object.kind == .secret, object.namespace == base.namespace,
        fleet == nil || live.metadata.label(WellKnown.fleetLabel) == fleet,
        !live.metadata.isBeingDeleted
      else { return nil }
      if object == base { return 1 }
      guard live.metadata.annotation(WellKnown.generationOf) == base.name else { return nil }
      let generation = Int(object.name.dropFirst(base.name.count + 1)) ?? 0
      return generation > 1 && reference(generation) == object ? generation : nil
    }.sorted()
  }
}

extension Manifest {
  /// As what a Secret is rotated; certificates are made anew in place.
  fileprivate var rotated: Rotation.Subject? {
    let metadata = body.metadata
    if metadata.label(WellKnown.managedCluster) != nil,
      metadata.annotation(WellKnown.serviceAccountName) != nil
    {
      return .tokens
    }
    for value in bindings.flatMap(\.values) {
      switch value {
      case .generated: return .sessionSecrets
      case .credential: return .keys
      case .handOff, .certificate: continue
      }
    }
    return nil
  }
}
