import JSON

/// The finalizer that keeps a claim while somebody uses it.
let claimProtection = "kubernetes.io/pvc-protection"

extension ClusterState {
  /// Says of a workload that all its pods are ready; nothing has run.
  mutating func makeReady(_ resource: Resource, _ name: ObjectName) {
    guard let object = object(resource, name) else { return }
    switch resource.kind {
    case "Deployment":
      setStatus(deploymentStatus(object), of: object, by: "kube-controller-manager")
    case "StatefulSet":
      setStatus(statefulSetStatus(object), of: object, by: "kube-controller-manager")
    case "DaemonSet":
      setStatus(daemonSetStatus(object), of: object, by: "kube-controller-manager")
    case "APIService":
      setStatus(
        ["conditions": [condition("Available", true, "Passed")]],
        of: object,
        by: "kube-apiserver",
      )
    case "Prometheus": setStatus(prometheusStatus(object), of: object, by: "PrometheusOperator")
    default: break
    }
  }

  /// As of a Deployment whose rollout is complete.
  private func deploymentStatus(_ object: JSON) -> JSON {
    var status = replicaStatus(object)
    if let count = status["replicas"] { status["availableReplicas"] = count }
    status["conditions"] = [
      condition("Available", true, "MinimumReplicasAvailable"),
      condition("Progressing", true, "NewReplicaSetAvailable"),
    ]
    return .object(status)
  }

  /// As of a StatefulSet all of whose pods have the newest revision.
  private func statefulSetStatus(_ object: JSON) -> JSON {
    var status = replicaStatus(object)
    if let count = status["replicas"] {
      status["availableReplicas"] = count
      status["currentReplicas"] = count
    }
    let revision = JSON.string("\(object.name)-\(object.metadata["generation"]?.text() ?? "1")")
    status["currentRevision"] = revision
    status["updateRevision"] = revision
    status["collisionCount"] = 0
    return .object(status)
  }

  /// As on a cluster of one node.
  private func daemonSetStatus(_ object: JSON) -> JSON {
    [
      "observedGeneration": object.metadata["generation"] ?? 1, "desiredNumberScheduled": 1,
      "currentNumberScheduled": 1, "updatedNumberScheduled": 1, "numberMisscheduled": 0,
      "numberReady": 1, "numberAvailable": 1,
    ]
  }

  /// What the workloads with replicas have in common.
  private func replicaStatus(_ object: JSON) -> JSONObject {
    let replicas = object["spec"]?["replicas"] ?? 1
    return [
      "observedGeneration": object.metadata["generation"] ?? 1, "replicas": replicas,
      "updatedReplicas": replicas, "readyReplicas": replicas,
    ]
  }

  /// A claim is bound once a workload is there whose pods mount it.
  mutating func bindClaim(_ claim: JSON) {
    // As with classes that wait for the first consumer, which is what clouds have.
    guard claim["status"]?["phase"] == nil else { return }
    guard isMounted(claim) else {
      setStatus(["phase": "Pending"], of: claim, by: "kube-controller-manager")
      return
    }
    bind(claim)
  }

  /// A claim that is to go does so once no workload mounts it.
  mutating func releaseClaim(_ claim: JSON) {
    guard claim.isTerminating, claim.finalizers.contains(claimProtection),
      !isMounted(claim)
    else { return }
    drop(finalizer: claimProtection, of: claim)
  }

  /// The claims that were only kept for a workload that is gone now.
  mutating func releaseClaims(in namespace: String) {
    guard let claims = resource(kind: "PersistentVolumeClaim") else { return }
    for claim in list(claims, in: namespace) { releaseClaim(claim) }
  }

  /// Whether some pod of the namespace uses the claim.
  private func isMounted(_ claim: JSON) -> Bool {
    ["Deployment", "StatefulSet"].compactMap { resource(kind: $0) }
      .flatMap { list($0, in: claim.namespace) }
      .contains { $0.mounts(claim) }
  }

  /// The claims that were waiting for a workload.
  mutating func bindClaims(of workload: JSON) {
    guard let claims = resource(kind: "PersistentVolumeClaim") else { return }
    for claim in list(claims, in: workload.namespace)
    where claim["status"]?["phase"] != "Bound" && workload.mounts(claim) { bind(claim) }
  }

  /// A bound claim has a volume of just the size that it asks for.
  private mutating func bind(_ claim: JSON) {
    let size = claim["spec"]?["resources"]?["requests"] ?? [:]
    setStatus(
      [
        "phase": "Bound", "capacity": size, "accessModes": claim["spec"]?["accessModes"] ?? [],
      ],
      of: claim,
      by: "kube-controller-manager",
    )
  }
}

extension JSON {
  /// Whether a workload's pods have a claim: by name, or made from a template.
  fileprivate func mounts(_ claim: JSON) -> Bool {
    let volumes = self["spec"]?["template"]?["spec"]?["volumes"]?.arrayValue ?? []
    let isNamed = volumes.contains {
      $0["persistentVolumeClaim"]?["claimName"] == .string(claim.name)
    }
    let templates = self["spec"]?["volumeClaimTemplates"]?.arrayValue ?? []
    return isNamed || templates.contains { claim.name.hasPrefix("\($0.name)-\(name)-") }
  }
}
