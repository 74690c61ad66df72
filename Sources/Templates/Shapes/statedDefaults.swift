import JSON
import Objects

/// States what Kubernetes would take for granted of whatever keeps an object closed.
///
/// A field that nobody states belongs to whoever sets it first, and then stays as that one wants it: stated, it is
/// the fleet's, so that a plan tells whoever has opened it. Only what the bodies leave out is added.
func statingDefaults(_ manifests: [Manifest]) -> [Manifest] {
  let silent = Set(manifests.filter(\.isSilentAccount).map(\.reference))
  return manifests.map { manifest in
    var manifest = manifest
    switch manifest.reference.kind {
    case .service:
      manifest.body = manifest.body.stating(["spec": ["type": "ClusterIP", "externalIPs": []]])
    case .networkPolicy: manifest.body = manifest.body.stating(["spec": ["ingress": []]])
    case .deployment, .statefulSet, .daemonSet: manifest.closePods(silent)
    default: break
    }
    return manifest
  }
}

extension Manifest {
  /// Whether pods of this account are given no token unless they ask for one.
  fileprivate var isSilentAccount: Bool {
    reference.kind == .serviceAccount && body["automountServiceAccountToken"] == false
  }

  /// What a pod and its containers may do to their node, and that it is given no token where its account
  /// is silent.
  fileprivate mutating func closePods(_ silent: Set<ObjectReference>) {
    let path = FieldPath(keys: "spec", "template", "spec")
    guard let pod = body[path] else { return }
    let account = ObjectReference(
      cluster: reference.cluster,
      .serviceAccount,
      namespace: reference.namespace,
      name: pod["serviceAccountName"]?.stringValue ?? "default",
    )
    var closed = pod.stating(["hostNetwork": false, "hostPID": false, "hostIPC": false])
    if silent.contains(account) {
      closed = closed.stating(["automountServiceAccountToken": false])
    }
    for list in ["initContainers", "containers"] {
      guard let containers = pod[list]?.arrayValue else { continue }
      let all = containers.map { $0.stating(["securityContext": ["privileged": false]]) }
      closed = closed.setting(FieldPath(keys: list), to: .array(all))
    }
    body = body.setting(path, to: closed)
  }
}

extension JSON {
  /// With the members that this object does not have itself, behind its own.
  func stating(_ defaults: JSON) -> JSON {
    guard case .object(var members) = self, let defaults = defaults.objectValue else { return self }
    for member in defaults {
      members[member.key] = members[member.key]?.stating(member.value) ?? member.value
    }
    return .object(members)
  }
}
