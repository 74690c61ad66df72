import Facts
import JSON
import Kubernetes
import Objects
import Plan

/// Reads what one cluster holds of a fleet.
///
/// One LIST for each kind of which the fleet may have anything there; a GET only for what a list by label cannot show.
struct ClusterLook: Sendable {
  let cluster: String
  let client: KubernetesClient
  let fleet: String
  /// The fleet's own namespace.
  let namespace: String
  /// The objects that the fleet wants there.
  let wanted: [ObjectReference]
  /// Objects that the fleet does not own and whose fields it needs.
  let producers: [ObjectReference]
  /// How many requests are begun at once.
  let atOnce: Int

  /// Unknown as soon as anything but a right is missing.
  ///
  /// Who the cluster is and what its inventories say is asked at once: neither answer changes the other's question.
  func look() async -> LiveCluster {
    async let inventories = listing(of: .configMap)
    do throws(KubernetesError) {
      let place = reference(.namespace, nil, "kube-system")
      guard let system = try await client.get(place) else { return .unknown(.unidentified) }
      guard let uid = system.metadata.uid else {
        throw .malformedAnswer(.noUID(place.name), from: Answerer(url: client.server))
      }
      let identity = ClusterIdentity(context: client.context, server: client.server, uid: uid)
      var snapshot = ClusterSnapshot(identity: identity)
      snapshot.objects[place] = system
      try insert(await inventories, of: .configMap, into: &snapshot)
      try await list(into: &snapshot)
      try await fetch(into: &snapshot)
      return .reached(snapshot)
    } catch {
      return .unknown(.unreachable(error))
    }
  }

  /// An object of this cluster.
  private func reference(
    _ kind: ResourceKind,
    _ namespace: String?,
    _ name: String,
  ) -> ObjectReference {
    ObjectReference(cluster: cluster, kind, namespace: namespace, name: name)
  }

  // MARK: By label

  /// What came of asking for objects.
  private enum Listing: Sendable {
    case objects([JSON])
    case notServed
    case unreadable(APIStatus)
    case failed(KubernetesError)
  }

  /// At once all kinds of which the fleet may have anything, but for that of inventories, which is there already.
  private func list(into snapshot: inout ClusterSnapshot) async throws(KubernetesError) {
    let recorded = kinds(recordedIn: snapshot)
    if recorded == nil { snapshot.notServed = await unserved() }
    let kinds = recorded ?? Self.owned
    try await list(
      kinds.filter { $0 != .configMap && !snapshot.notServed.contains($0) },
      into: &snapshot,
    )
  }

  private static let owned = ResourceKind.all(.owned)

  /// The kinds without definition on the cluster, which one answer tells of all of them; none where it cannot be had.
  private func unserved() async -> Set<ResourceKind> {
    guard let served = try? await client.servedGroupVersions() else { return [] }
    return Set(Self.owned.filter { $0.is(.defined) && !served.contains($0.apiVersion) })
  }

  /// The kinds that the fleet wants there, and those that its inventories say it has.
  ///
  /// nil where there is no inventory: somebody may have deleted it and nothing else, so that all kinds are looked for.
  private func kinds(recordedIn snapshot: ClusterSnapshot) -> [ResourceKind]? {
    let inventories = snapshot.objects.filter {
      $0.key.kind == .configMap && $0.key.name == Inventory.name
    }
    let records = inventories.values.map(ApplySet.groupKinds(recordedBy:))
    guard !records.isEmpty, !records.contains(nil) else { return nil }
    let recorded = Set(records.compactMap(\.self).flatMap(\.self))
    let wanted = Set(wanted.map(\.kind))
    return Self.owned.filter {
      wanted.contains($0) || recorded.contains($0.groupKind) || $0 == .namespace
    }
  }

  /// Some kinds at once.
  private func list(
    _ kinds: [ResourceKind],
    into snapshot: inout ClusterSnapshot,
  ) async throws(KubernetesError) {
    var listings: [ResourceKind: Listing] = [:]
    await inTurn(kinds, atOnce: atOnce) {
      ($0, await listing(of: $0))
    } then: {
      listings[$0.0] = $0.1
    }
    for (kind, listing) in listings { try insert(listing, of: kind, into: &snapshot) }
  }

  /// By reference, as plans name objects.
  private func insert(
    _ listing: Listing,
    of kind: ResourceKind,
    into snapshot: inout ClusterSnapshot,
  ) throws(KubernetesError) {
    switch listing {
    case .objects(let objects):
      for object in objects {
        guard let name = object.metadata.name else { continue }
        snapshot.objects[reference(kind, object.metadata.namespace, name)] = object
      }
    case .notServed: snapshot.notServed.insert(kind)
    case .unreadable(let status): snapshot.unreadable[kind] = status
    case .failed(let error): throw error
    }
  }

  /// In the whole cluster, or namespace by namespace.
  private func listing(of kind: ResourceKind) async -> Listing {
    do throws(KubernetesError) {
      return .objects(try await list(kind, in: nil))
    } catch {
      guard error.isForbidden, kind.isNamespaced else { return outcome(of: error) }
      return await listingByNamespace(of: kind)
    }
  }

  /// Whoever may not list a kind in the whole cluster may still do so where the fleet lives.
  private func listingByNamespace(of kind: ResourceKind) async -> Listing {
    var objects: [JSON] = []
    let others = wanted.filter { $0.kind == kind }.compactMap(\.namespace)
    for namespace in Set(others + [namespace]).sorted() {
      do throws(KubernetesError) {
        objects += try await list(kind, in: namespace)
      } catch {
        return outcome(of: error)
      }
    }
    return .objects(objects)
  }

  private func list(
    _ kind: ResourceKind,
    in namespace: String?,
  ) async throws(KubernetesError) -> [JSON] {
    let selector = "\(WellKnown.fleetLabel)=\(fleet)"
    return try await client.list(kind, namespace: namespace, labelSelector: selector).items
  }

  /// A right that is missing is no failure of the cluster.
  private func outcome(of error: KubernetesError) -> Listing {
    if error.isNotServed { return .notServed }
    guard let status = error.status, status.isForbidden else { return .failed(error) }
    return .unreadable(status)
  }

  // MARK: By name

  /// Objects to adopt and objects of others: a list by the fleet's label cannot show them.
  private func fetch(into snapshot: inout ClusterSnapshot) async throws(KubernetesError) {
    let unseen = (wanted + producers).filter {
      snapshot.objects[$0] == nil && !snapshot.notServed.contains($0.kind)
    }
    let names = Set(unseen.compactMap(\.namespace)).sorted()
    let namespaces = names.map { reference(.namespace, nil, $0) }
      .filter { snapshot.objects[$0] == nil }
    let asked = Set(namespaces + unseen.filter { $0.kind == .namespace })
    try await get(Array(asked), into: &snapshot)
    let missing = Set(asked.filter(snapshot.absent.contains).map(\.name))
    snapshot.missingNamespaces = missing
    let rest = unseen.filter { object in
      object.kind != .namespace && !(object.namespace.map(missing.contains) ?? false)
    }
    try await get(rest, into: &snapshot)
  }

  /// What may not be read is unknown for itself alone: of each other object the answer is believed.
  private func get(
    _ references: [ObjectReference],
    into snapshot: inout ClusterSnapshot,
  ) async throws(KubernetesError) {
    var found: [ObjectReference: Listing] = [:]
    await inTurn(references, atOnce: atOnce) {
      ($0, await one($0))
    } then: {
      found[$0.0] = $0.1
    }
    for (reference, listing) in found {
      switch listing {
      case .objects(let objects) where objects.isEmpty: snapshot.absent.insert(reference)
      case .objects(let objects): snapshot.objects[reference] = objects.first
      case .notServed: snapshot.notServed.insert(reference.kind)
      case .unreadable(let status): snapshot.refusals[reference] = status
      case .failed(let error): throw error
      }
    }
  }

  /// An object that does not exist is a listing without it.
  private func one(_ reference: ObjectReference) async -> Listing {
    do throws(KubernetesError) {
      let object = try await client.get(reference)
      // Where OLM's package server is away, or there is none, nothing is known of any package: a list
      // tells that from a package that is missing.
      if object == nil, reference.kind == .packageManifest {
        _ = try await list(reference.kind, in: reference.namespace)
      }
      return .objects([object].compactMap(\.self))
    } catch {
      return outcome(of: error)
    }
  }
}
