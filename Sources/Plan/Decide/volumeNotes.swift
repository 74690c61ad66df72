import JSON
import Objects

extension LiveState {
  /// What a change of a workload means for the volumes of its pods: which come, and what is left of those that are
  /// there.
  func volumeNotes(of change: Change) -> [Note] {
    guard [.update, .adopt, .replace].contains(change.action), let live = change.live,
      let body = change.desired?.body
    else { return [] }
    let (before, after) = (Manifest(change.reference, live), Manifest(change.reference, body))
    let templates = after.claimTemplates
    guard !templates.isEmpty else { return [] }
    return templates.flatMap { keptClasses($0, before, after) + newVolumes($0, before, after) }
      + goingPods(before, after)
  }

  /// The claims that stay in the storage class that they were made in; one note for each class.
  private func keptClasses(
    _ template: ClaimTemplate,
    _ before: Manifest,
    _ after: Manifest,
  ) -> [Note] {
    guard before.body[template.size] != nil else { return [] }
    let wanted = after.body[template.storageClass]?.stringValue
    guard before.body[template.storageClass]?.stringValue != wanted else { return [] }
    let kept = claims(of: template, for: after.reference).map(\.value.storageClass)
      .filter { $0 != wanted }
    return Dictionary(grouping: kept) { $0 }.sorted { $0.key < $1.key }
      .map { .keepsStorageClass($0.key, claims: $0.value.count) }
  }

  /// The volumes of pods that come; a pod that was there before finds the claim that it had.
  private func newVolumes(
    _ template: ClaimTemplate,
    _ before: Manifest,
    _ after: Manifest,
  ) -> [Note] {
    guard let old = before.podsWithClaims, let new = after.podsWithClaims, old < new else {
      return []
    }
    let there = claims(of: template, for: after.reference).compactMap {
      template.number(of: $0.key)
    }
    // Without a claim of a pod that is there, claims could not be read, or are called otherwise.
    guard old == 0 || there.contains(where: { $0 < old }) else { return [] }
    let count = new - old - there.count { (old..<new).contains($0) }
    return count > 0 ? [.volumesCome(count, size: template.wanted)] : []
  }

  private func goingPods(_ before: Manifest, _ after: Manifest) -> [Note] {
    guard let old = before.podsWithClaims, let new = after.podsWithClaims, new < old else {
      return []
    }
    let policy = after.body["spec"]?["persistentVolumeClaimRetentionPolicy"]
    return [.podsGo(old - new, keepsClaims: policy?["whenScaled"] != "Delete")]
  }
}

extension Manifest {
  /// How many pods with claims of their own it has, numbered from 0; nil where they are numbered otherwise, as those of
  /// a Prometheus in shards.
  fileprivate var podsWithClaims: Int? {
    let spec = body["spec"]
    let count: JSON? =
      switch reference.kind {
      case .statefulSet where (spec?["ordinals"]?["start"] ?? 0) != 0: nil
      case .prometheus where (spec?["shards"] ?? 1) != 1: nil
      case .statefulSet, .prometheus: spec?["replicas"] ?? 1
      case .monitoringStack: spec?["prometheusConfig"]?["replicas"] ?? 2
      default: nil
      }
    return count?.integerValue.flatMap { Int(exactly: $0) }
  }
}
