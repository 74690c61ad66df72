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
}

/// The generations of Secrets that are live and the fleet's.
///
/// The clusters themselves are the record: the newest that is there is the one that counts, and whoever goes on after a
/// run that was killed needs to know nothing else.
struct LiveGenerations {
  /// By the Secret's first generation.
  private var all: [ObjectReference: [Int]] = [:]

  /// Of whatever fleet, where that is nil.
  init(of fleet: String?, in live: LiveState) {
    for cluster in live.clusters.keys {
      for (object, body) in live.snapshot(of: cluster)?.objects ?? [:] {
        guard object.kind == .secret, !body.metadata.isBeingDeleted,
          fleet == nil || body.metadata.label(WellKnown.fleetLabel) == fleet
        else { continue }
        add(object, body.metadata.annotation(WellKnown.generationOf))
      }
    }
    for base in all.keys { all[base]?.sort() }
  }

  /// In order; empty where none is live.
  subscript(base: ObjectReference) -> [Int] { all[base] ?? [] }

  /// A Secret that says to be a generation of another counts only where its name says so, too.
  private mutating func add(_ object: ObjectReference, _ first: String?) {
    all[object, default: []].append(1)
    guard let first, object.name.hasPrefix("\(first)-"),
      let generation = Int(object.name.dropFirst(first.count + 1)), generation > 1,
      object.name == "\(first)-\(generation)"
    else { return }
    let base = ObjectReference(
      cluster: object.cluster,
      .secret,
      namespace: object.namespace,
      name: first,
    )
    all[base, default: []].append(generation)
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
