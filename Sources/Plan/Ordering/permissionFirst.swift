import JSON
import Objects

/// Permissions come before whoever needs them.
///
/// A binding comes after its role and subjects; a workload, or the token of an identity, after the
/// bindings of its ServiceAccount; a Route with a certificate from a Secret after those of the router's.
func permissionFirst(_ object: OrderedObject, _ index: ObjectIndex) -> [ObjectReference] {
  switch object.reference.kind {
  case .roleBinding, .clusterRoleBinding:
    return object.subjects + [object.role].compactMap { $0 }
  case .secret:
    guard let name = object.annotation(WellKnown.serviceAccountName) else { return [] }
    let account = object.neighbour(.serviceAccount, name)
    return [account] + index.bindings(of: account)
  case .route:
    guard object.body["spec"]?["tls"]?["externalCertificate"] != nil else { return [] }
    return index.bindings(of: object.router)
  default:
    guard object.isWorkload, let account = object.serviceAccount else { return [] }
    return index.bindings(of: account)
  }
}

extension OrderedObject {
  /// The accounts to which a binding gives a role; none of any other object.
  var boundAccounts: [ObjectReference] {
    [.roleBinding, .clusterRoleBinding].contains(reference.kind) ? subjects : []
  }

  /// Who OpenShift's router on its cluster runs as.
  fileprivate var router: ObjectReference {
    ObjectReference(
      cluster: reference.cluster,
      .serviceAccount,
      namespace: WellKnown.router.namespace,
      name: WellKnown.router.account,
    )
  }

  fileprivate var subjects: [ObjectReference] {
    (body["subjects"]?.arrayValue ?? []).compactMap { subject in
      guard subject["kind"] == "ServiceAccount", let name = subject["name"]?.stringValue else {
        return nil
      }
      return ObjectReference(
        cluster: reference.cluster,
        .serviceAccount,
        namespace: subject["namespace"]?.stringValue ?? reference.namespace,
        name: name,
      )
    }
  }

  fileprivate var role: ObjectReference? {
    guard let name = body["roleRef"]?["name"]?.stringValue else { return nil }
    let kind: ResourceKind = body["roleRef"]?["kind"] == "Role" ? .role : .clusterRole
    return neighbour(kind, name)
  }
}
