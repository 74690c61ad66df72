import Facts
import JSON
import Kubernetes
import Objects
import Plan

/// Looks for what is in a namespace beside the fleet's own objects, so that deleting the namespace
/// deletes nothing of anybody else's.
struct NamespaceSurvey: Sendable {
  let client: KubernetesClient
  let namespace: ObjectReference
  let fleet: String
  /// How many kinds are asked for at once.
  let atOnce: Int
  /// The ClusterServiceVersions that the fleet's Subscriptions have installed.
  var installed: Set<String> = []
  /// The names of the fleet's Prometheuses, live or rendered.
  var prometheuses: Set<String> = []

  /// What would go with the namespace, the fleet's own objects left out.
  func holding() async -> Holding {
    do throws(KubernetesError) {
      let served = try await client.servedKinds()
      var holding = Holding()
      if let group = served.unreadable.first {
        holding.unreadable = .silentGroup(group)
      }
      for (kind, listing) in await listings(of: served.kinds.filter(Self.isReal)) {
        switch listing {
        case .success(let objects): sort(objects, of: kind, into: &holding)
        case .failure(let error): holding.unreadable = .request(error)
        }
      }
      return holding
    } catch {
      return Holding(unreadable: .request(error))
    }
  }

  /// Of all kinds.
  private func listings(
    of kinds: [ResourceKind]
  ) async -> [ResourceKind: Result<[JSON], KubernetesError>] {
    var listings: [ResourceKind: Result<[JSON], KubernetesError>] = [:]
    await inTurn(kinds, atOnce: atOnce) {
      ($0, await listing(of: $0))
    } then: {
      listings[$0.0] = $0.1
    }
    return listings
  }

  /// A kind that has gone meanwhile holds nothing.
  private func listing(of kind: ResourceKind) async -> Result<[JSON], KubernetesError> {
    do throws(KubernetesError) {
      return .success(try await client.list(kind, namespace: namespace.name).items)
    } catch {
      return error.isNotServed ? .success([]) : .failure(error)
    }
  }

  /// Into claims of the fleet's pods, and what is somebody else's.
  private func sort(_ objects: [JSON], of kind: ResourceKind, into holding: inout Holding) {
    for object in objects where !isPassing(object, kind) {
      let reference = ObjectReference(
        cluster: namespace.cluster,
        kind,
        namespace: namespace.name,
        name: object.metadata.name ?? "",
      )
      if kind == .persistentVolumeClaim, isClaimed(object) {
        holding.claims[reference] = object
      } else {
        holding.foreign.append(reference)
      }
    }
  }

  /// Whether an object is the fleet's, or is made by somebody who would make it anew.
  private func isPassing(_ object: JSON, _ kind: ResourceKind) -> Bool {
    let metadata = object.metadata
    let name = metadata.name ?? ""
    if kind != .persistentVolumeClaim, metadata.label(WellKnown.fleetLabel) == fleet {
      return true
    }
    return metadata.isOwned
      || Self.made[kind.groupKind]?.contains(name) == true
      || (kind == .lease && name == FleetLease.name(of: fleet))
      || (kind == .clusterServiceVersion && (installed.contains(name) || isCopied(metadata)))
      || (kind == .secret && isOfAccount(metadata))
  }

  /// What every namespace gets from Kubernetes or OpenShift.
  private static let made: [String: Set<String>] = [
    "ConfigMap": ["kube-root-ca.crt", "openshift-service-ca.crt"],
    "ServiceAccount": ["default", "builder", "deployer"],
    "RoleBinding.rbac.authorization.k8s.io": [
      "system:image-pullers", "system:image-builders", "system:deployers",
    ],
  ]

  /// Kinds whose objects come and go with others, or are others' shadows.
  private static func isReal(_ kind: ResourceKind) -> Bool {
    let shadows: Set<String> = ["authorization.openshift.io", "events.k8s.io", "metrics.k8s.io"]
    return !shadows.contains(kind.group)
      && !(kind.group.isEmpty && ["Event", "Endpoints"].contains(kind.kind))
  }

  /// OLM copies the version of an operator that watches all namespaces into each of them, and does so
  /// again when one goes.
  private func isCopied(_ metadata: ObjectMetadata) -> Bool {
    metadata.label(WellKnown.copiedFrom) != nil
  }

  /// Secrets that the token controllers make for accounts.
  private func isOfAccount(_ metadata: ObjectMetadata) -> Bool {
    metadata.annotation(WellKnown.serviceAccountName) != nil
  }

  /// Whether a claim was made for a pod of the fleet.
  ///
  /// StatefulSets give their pods' labels to their claims; the operator names its own after the
  /// Prometheus. Both outlive whoever made them.
  private func isClaimed(_ claim: JSON) -> Bool {
    if claim.metadata.label("app.kubernetes.io/instance") == fleet { return true }
    let name = claim.metadata.name ?? ""
    return prometheuses.contains { prometheus in
      let prefix = "prometheus-\(prometheus)-db-prometheus-\(prometheus)-"
      return name.hasPrefix(prefix) && name.dropFirst(prefix.count).allSatisfy(\.isNumber)
    }
  }
}
