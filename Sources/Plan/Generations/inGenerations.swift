package import Objects

extension LiveState {
  /// The manifests with each Secret in the generation that counts: the newest that is live, or the next one where it
  /// is rotated.
  ///
  /// A Secret of which two generations are live is on its way: its rotation is finished before another begins. Nothing
  /// is rotated for a cluster that is unknown, and what such a one may still use stays wanted.
  package func inGenerations(
    _ manifests: [Manifest],
    of fleet: String,
    rotating rotation: Rotation,
  ) -> [Manifest] {
    let live = LiveGenerations(of: fleet, in: self)
    lazy var users = manifests.users
    var (names, kept) = (SecretNames(), [Manifest]())
    for manifest in manifests {
      guard let secret = RotatedSecret(manifest) else { continue }
      let there = live[secret.base]
      guard let newest = there.last else { continue }
      let isAsked = there.count == 1 && rotation.covers(secret.subject, of: secret.owner)
      guard isAsked || newest > 1 else { continue }
      let clusters = users[secret.base, default: []].union([secret.base.cluster])
      let isReached = clusters.allSatisfy { snapshot(of: $0) != nil }
      let generation = isAsked && isReached ? newest + 1 : newest
      names[secret.base] = generation > 1 ? secret.reference(generation) : nil
      if !isReached { kept += there.dropLast().map { manifest.renamed(secret.names($0)) } }
    }
    return manifests.map { $0.renamed(names) } + kept
  }
}

extension RotatedSecret {
  /// What it takes to name it as a generation.
  fileprivate func names(_ generation: Int) -> SecretNames {
    var names = SecretNames()
    names[base] = generation > 1 ? reference(generation) : nil
    return names
  }
}

extension [Manifest] {
  /// The clusters that have something which is handed something of an object, by the object.
  fileprivate var users: [ObjectReference: Set<String>] {
    reduce(into: [:]) { users, manifest in
      for handOff in manifest.bindings.flatMap(\.values).flatMap(\.handOffs) {
        users[handOff.holder, default: []].insert(manifest.reference.cluster)
      }
    }
  }
}
