import JSON
import Kubernetes
package import Objects
package import Plan

extension Findings {
  /// Adds the volume claims of workloads, and the storage classes of their clusters.
  ///
  /// One LIST for each namespace with such workloads, and one of classes for each cluster. Claims that may not
  /// be read are none: then nothing is said of them and nothing is done to them.
  package func addingClaims(of manifests: [Manifest]) async -> LiveState {
    let workloads = manifests.filter(\.asksForVolumes).map(\.reference)
    let places = Dictionary(grouping: workloads, by: \.cluster).mapValues {
      Set($0.compactMap(\.namespace))
    }
    var live = live
    await inTurn(places, atOnce: clients.maximumParallel) { cluster, namespaces in
      (cluster, await snapshot(of: cluster, addingClaimsIn: namespaces))
    } then: { cluster, snapshot in
      if let snapshot { live.clusters[cluster] = .reached(snapshot) }
    }
    return live
  }

  /// nil for a cluster that nobody can ask.
  private func snapshot(
    of cluster: String,
    addingClaimsIn namespaces: Set<String>,
  ) async -> ClusterSnapshot? {
    guard let snapshot = live.snapshot(of: cluster), let client = clients[cluster] else {
      return nil
    }
    return await snapshot.addingClaims(on: cluster, in: namespaces, through: client)
  }
}

extension ClusterSnapshot {
  fileprivate func addingClaims(
    on cluster: String,
    in namespaces: Set<String>,
    through client: KubernetesClient,
  ) async -> ClusterSnapshot {
    var snapshot = self
    for namespace in namespaces.subtracting(missingNamespaces) {
      let claims = try? await client.list(.persistentVolumeClaim, namespace: namespace).items
      for claim in claims ?? [] {
        let name = claim.metadata.name ?? ""
        let reference = ObjectReference(
          cluster: cluster,
          .persistentVolumeClaim,
          namespace: namespace,
          name: name,
        )
        snapshot.claims[reference] = claim
      }
    }
    let classes = try? await client.list(.storageClass, namespace: nil).items
    snapshot.storageClasses = classes.map(StorageClasses.init)
    return snapshot
  }
}

extension LiveState {
  /// The manifests with what their live claims allow, and with those claims that grow.
  mutating func fitStorage(of manifests: [Manifest]) -> [Manifest] {
    manifests.flatMap { manifest -> [Manifest] in
      guard manifest.asksForVolumes else { return [manifest] }
      let decision = decideStorage(of: manifest)
      let notes = decision.notes + missingClasses(for: manifest)
      if !notes.isEmpty { storageNotes[manifest.reference] = notes }
      show(decision.growths + decision.awaited)
      return [decision.workload] + decision.growths + decision.awaited
    }
  }

  /// Puts the live claims among the objects that are planned.
  fileprivate mutating func show(_ claims: [Manifest]) {
    for claim in claims.map(\.reference) {
      if let live = snapshot(of: claim.cluster)?.claims[claim] { put(live, at: claim) }
    }
  }
}

extension Findings {
  /// The volume claims of workloads that were told to grow and whose volumes have not followed yet.
  package mutating func awaitedClaims(of manifests: [Manifest]) async -> [ObjectReference] {
    live = await addingClaims(of: manifests)
    let awaited = manifests.flatMap { live.decideStorage(of: $0).awaited }
    live.show(awaited)
    return awaited.map(\.reference)
  }
}
