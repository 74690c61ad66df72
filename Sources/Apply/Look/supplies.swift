import Facts
import JSON
import Kubernetes
package import Objects
package import Plan

extension Findings {
  /// Adds what came of looking for all that the manifests name and none of them brings.
  ///
  /// One GET for each such object of a cluster that answers, if its namespace is there. Of a Secret, nothing but the names
  /// of its keys is kept.
  package func addingSupplies(of manifests: [Manifest]) async -> LiveState {
    var live = live
    let wanted = Dictionary(grouping: manifests, by: \.reference.cluster)
    let handed = manifests.handedKeys
    await inTurn(wanted, atOnce: clients.maximumParallel) { cluster, manifests in
      let made = manifests.lazy.map(\.reference).filter { $0.kind == .namespace }.map(\.name)
      return await stocks(
        of: manifests.supplies(handing: handed),
        on: cluster,
        making: Set(made),
      )
    } then: {
      live.supplies.merge($0) { $1 }
    }
    return live
  }

  /// Nothing of a cluster that nobody can ask.
  ///
  /// - `namespaces`: those that the fleet makes there where they are missing.
  private func stocks(
    of needs: [ObjectReference: [Supply]],
    on cluster: String,
    making namespaces: Set<String>,
  ) async -> [ObjectReference: [Stock]] {
    guard let snapshot = live.snapshot(of: cluster), let client = clients[cluster] else {
      return [:]
    }
    let objects = Set(needs.values.joined().map { $0.on(cluster) })
    let homeless = objects.filter {
      $0.namespace.map(snapshot.missingNamespaces.contains) ?? false
    }
    var found: [ObjectReference: SupplyLook] = homeless.reduce(into: [:]) { found, object in
      let isOurs = object.namespace.map(namespaces.contains) ?? false
      found[object] = isOurs ? .absent(needsNamespace: true) : .early
    }
    await inTurn(objects.subtracting(homeless), atOnce: clients.atOnce(on: cluster)) {
      ($0, await client.look(for: $0))
    } then: {
      found[$0.0] = $0.1
    }
    return needs.mapValues { supplies in
      supplies.map { (found[$0.on(cluster)] ?? .untold).stock(of: $0) }
    }
  }
}

/// What a look for an object has found; no value of it.
enum SupplyLook: Sendable {
  case absent(needsNamespace: Bool = false)
  case there(keys: Set<String>)
  /// It may not be read, or the cluster does not answer.
  case untold
  /// Nobody has looked: its namespace is not there yet, and others make it.
  case early

  /// Whether what is needed is there.
  func stock(of supply: Supply) -> Stock {
    switch self {
    case .untold: return .untold(supply)
    case .early: return .early(supply)
    case .absent(let needsNamespace):
      return .lacking(Lack(of: supply, isThere: false, needsNamespace: needsNamespace))
    case .there(let keys):
      let missing = Set(supply.keys).subtracting(keys)
      guard !missing.isEmpty else { return .held(supply) }
      var rest = supply
      rest.use = .keys(missing)
      return .lacking(Lack(of: rest, isThere: true))
    }
  }
}

extension KubernetesClient {
  /// The names of the keys that a Secret or a ConfigMap has; none of other kinds.
  func look(for object: ObjectReference) async -> SupplyLook {
    do throws(KubernetesError) {
      guard let live = try await get(object) else { return .absent() }
      let keys = ["data", "binaryData"].flatMap { live[$0]?.objectValue?.keys ?? [] }
      return .there(keys: Set(keys))
    } catch {
      return .untold
    }
  }
}
