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
    var result = manifests
    for manifest in manifests {
      guard let secret = RotatedSecret(manifest) else { continue }
      let there = secret.generations(in: self, fleet: fleet)
      guard let newest = there.last else { continue }
      let isReached = users(of: secret.base, among: manifests).allSatisfy {
        snapshot(of: $0) != nil
      }
      let isDue =
        there.count == 1 && isReached && rotation.covers(secret.subject, of: secret.owner)
      let generation = isDue ? newest + 1 : newest
      let kept = there.dropLast().map { manifest.renamed(secret.base, to: secret.reference($0)) }
      result = result.map { $0.renamed(secret.base, to: secret.reference(generation)) }
      if !isReached { result += kept }
    }
    return result
  }

  /// The clusters that have something which uses a Secret.
  private func users(of secret: ObjectReference, among manifests: [Manifest]) -> Set<String> {
    Set(manifests.filter { $0.takes(from: secret) }.map(\.reference.cluster) + [secret.cluster])
  }
}
