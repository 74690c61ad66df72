import Facts
import JSON
import Kubernetes
import Objects
import Plan

extension FleetLook {
  /// Adds what else is in the fleet's own namespace, of the kinds of which runbooks leave something.
  ///
  /// Only of clusters where something is adopted, or where somebody asks for what is left over: it is a LIST for
  /// each kind without the fleet's label. Where one may not be read, nobody can say what is used, and nothing is
  /// left over.
  func addingNeighbours(to findings: Findings, of manifests: [Manifest], always: Bool) async
    -> LiveState
  {
    let adopting = Set(
      manifests.map(\.reference).filter { reference in
        reference.kind != .namespace
          && findings.live[reference].map { $0.metadata.label(WellKnown.fleetLabel) == nil } == true
      }.map(\.cluster)
    )
    let asked = findings.live.clusters.keys.filter { cluster in
      (always || adopting.contains(cluster)) && !findings.leaving.contains(cluster)
        && findings.live.snapshot(of: cluster)?.missingNamespaces.contains(namespace) == false
    }
    var live = findings.live
    await inTurn(asked, atOnce: findings.clients.maximumParallel) { cluster in
      (cluster, await findings.clients[cluster]?.neighbours(on: cluster, in: namespace))
    } then: { cluster, found in
      if let found { live.setNeighbours(found, on: cluster) }
    }
    return live
  }
}

extension KubernetesClient {
  /// All kinds at once; bindings of the whole cluster, for they may give a role of another namespace.
  fileprivate func neighbours(
    on cluster: String,
    in namespace: String,
  ) async -> [ObjectReference: JSON] {
    let local: [ResourceKind] = [
      .secret, .serviceAccount, .role, .serviceMonitor, .deployment, .statefulSet, .daemonSet,
    ]
    let wide: [ResourceKind] = [.roleBinding, .clusterRoleBinding, .clusterRole]
    return await withTaskGroup(of: [ObjectReference: JSON]?.self) { group in
      for (kind, place) in local.map({ ($0, namespace as String?) }) + wide.map({ ($0, nil) }) {
        group.addTask { await objects(kind, in: place, on: cluster) }
      }
      var found: [ObjectReference: JSON] = [:]
      for await objects in group {
        guard let objects else { return [:] }
        found.merge(objects) { $1 }
      }
      return found
    }
  }

  /// nil where they may not be read; none of a kind that is not served.
  private func objects(
    _ kind: ResourceKind,
    in namespace: String?,
    on cluster: String,
  ) async -> [ObjectReference: JSON]? {
    do throws(KubernetesError) {
      let items = try await list(kind, namespace: namespace).items
      return Dictionary(items.map { ($0.reference(kind, on: cluster), $0) }) { $1 }
    } catch {
      return error.isNotServed ? [:] : nil
    }
  }
}

extension JSON {
  fileprivate func reference(_ kind: ResourceKind, on cluster: String) -> ObjectReference {
    ObjectReference(
      cluster: cluster,
      kind,
      namespace: metadata.namespace,
      name: metadata.name ?? "",
    )
  }
}

extension LiveState {
  fileprivate mutating func setNeighbours(_ objects: [ObjectReference: JSON], on cluster: String) {
    guard var snapshot = snapshot(of: cluster) else { return }
    snapshot.neighbours = objects
    clusters[cluster] = .reached(snapshot)
  }
}
