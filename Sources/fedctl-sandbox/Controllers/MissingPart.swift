import JSON

/// Something that the pods of a workload cannot start without and that is not there.
///
/// No pod is made here; what the kubelet, the scheduler or a controller would tell of one is told of the workload.
struct MissingPart: Equatable {
  /// The Event's reason, as `FailedMount`.
  let reason: String
  /// In the words of whoever meets it first on a real cluster.
  let message: String
  /// Whether there is not even a pod, for the API server admits none.
  var preventsPods = false

  /// What the kubelet says of a volume.
  static func mount(_ volume: String, _ why: String) -> Self {
    Self(
      reason: "FailedMount",
      message: "MountVolume.SetUp failed for volume \"\(volume)\" : \(why)",
    )
  }

  /// What the kubelet says of a variable of a container.
  static func variable(_ why: String) -> Self { Self(reason: "Failed", message: "Error: \(why)") }
}

/// A pod's reference to a Secret or ConfigMap, and the keys that have to be in it.
private struct ContentReference {
  /// `secret` or `configmap`, as the kubelet writes it.
  let kind: String
  let name: String
  var keys: [String] = []

  /// nil for what may be absent, and for what names nothing.
  init?(_ kind: String, _ part: JSON?, name: String = "name") {
    guard let part, part["optional"] != true, let name = part[name]?.stringValue else {
      return nil
    }
    self.kind = kind
    self.name = name
    keys = (part["items"]?.arrayValue ?? []).compactMap { $0["key"]?.stringValue }
    if let key = part["key"]?.stringValue { keys = [key] }
  }
}

extension ClusterState {
  /// The first thing that is missing, in the order in which a cluster comes to it; nil if pods can start.
  func missingPart(of workload: JSON) -> MissingPart? {
    guard let pod = workload["spec"]?["template"]?["spec"] else { return nil }
    let namespace = workload.namespace
    return missingAccount(of: pod, workload) ?? missingClaim(of: pod, namespace)
      ?? missingVolume(of: pod, namespace) ?? missingVariable(of: pod, namespace)
  }

  /// Without its account the API server admits no pod.
  private func missingAccount(of pod: JSON, _ workload: JSON) -> MissingPart? {
    let namespace = workload.namespace
    guard let name = pod["serviceAccountName"]?.stringValue, !name.isEmpty,
      object("ServiceAccount", name, in: namespace) == nil
    else { return nil }
    return MissingPart(
      reason: "FailedCreate",
      message:
        "Error creating: pods \"\(workload.name)-\" is forbidden: error looking up service account "
        + "\(namespace)/\(name): serviceaccount \"\(name)\" not found",
      preventsPods: true,
    )
  }

  /// The scheduler waits for claims.
  private func missingClaim(of pod: JSON, _ namespace: String) -> MissingPart? {
    let names = (pod["volumes"]?.arrayValue ?? []).compactMap {
      $0["persistentVolumeClaim"]?["claimName"]?.stringValue
    }
    let missing = names.first { object("PersistentVolumeClaim", $0, in: namespace) == nil }
    return missing.map {
      MissingPart(
        reason: "FailedScheduling",
        message:
          "0/1 nodes are available: persistentvolumeclaim \"\($0)\" not found. preemption: 0/1 nodes "
          + "are available: 1 Preemption is not helpful for scheduling.",
      )
    }
  }

  /// The kubelet mounts before it starts anything.
  private func missingVolume(of pod: JSON, _ namespace: String) -> MissingPart? {
    for volume in pod["volumes"]?.arrayValue ?? [] {
      let projected = volume["projected"]?["sources"]?.arrayValue ?? []
      let references =
        [
          ContentReference("secret", volume["secret"], name: "secretName"),
          ContentReference("configmap", volume["configMap"]),
        ]
        + projected.flatMap {
          [
            ContentReference("secret", $0["secret"]),
            ContentReference("configmap", $0["configMap"]),
          ]
        }
      for reference in references.compactMap({ $0 }) {
        guard let keys = keys(of: reference, namespace) else {
          return .mount(
            volume["name"]?.stringValue ?? "",
            "\(reference.kind) \"\(reference.name)\" not found",
          )
        }
        if let key = reference.keys.first(where: { !keys.contains($0) }) {
          let kind = reference.kind == "secret" ? "secret" : "config"
          return .mount(
            volume["name"]?.stringValue ?? "",
            "references non-existent \(kind) key: \(key)",
          )
        }
      }
    }
    return nil
  }

  /// Variables are filled when a container starts.
  private func missingVariable(of pod: JSON, _ namespace: String) -> MissingPart? {
    let containers = ["initContainers", "containers"].flatMap { pod[$0]?.arrayValue ?? [] }
    let references = containers.flatMap { container -> [ContentReference?] in
      let values = (container["env"]?.arrayValue ?? []).compactMap { $0["valueFrom"] }
      let whole = container["envFrom"]?.arrayValue ?? []
      return whole.flatMap {
        [
          ContentReference("secret", $0["secretRef"]),
          ContentReference("configmap", $0["configMapRef"]),
        ]
      }
        + values.flatMap {
          [
            ContentReference("secret", $0["secretKeyRef"]),
            ContentReference("configmap", $0["configMapKeyRef"]),
          ]
        }
    }
    for reference in references.compactMap({ $0 }) {
      guard let keys = keys(of: reference, namespace) else {
        return .variable("\(reference.kind) \"\(reference.name)\" not found")
      }
      if let key = reference.keys.first(where: { !keys.contains($0) }) {
        let kind = reference.kind == "secret" ? "Secret" : "ConfigMap"
        return .variable("couldn't find key \(key) in \(kind) \(namespace)/\(reference.name)")
      }
    }
    return nil
  }

  /// The keys of what is referred to; nil if it is not there.
  private func keys(of reference: ContentReference, _ namespace: String) -> Set<String>? {
    let kind = reference.kind == "secret" ? "Secret" : "ConfigMap"
    return object(kind, reference.name, in: namespace).map { content in
      Set(["data", "binaryData"].flatMap { content[$0]?.objectValue?.keys ?? [] })
    }
  }
}
