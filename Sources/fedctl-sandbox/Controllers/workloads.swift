import JSON

extension ClusterState {
  /// Says of an object that whoever works for it has done so: of a workload that all its pods are
  /// ready, unless they wait for something; nothing has run.
  mutating func makeReady(_ resource: Resource, _ name: ObjectName) {
    guard let object = object(resource, name) else { return }
    switch resource.kind {
    case "Deployment", "StatefulSet", "DaemonSet": report(on: object)
    case "APIService":
      setStatus(
        ["conditions": [condition("Available", true, "Passed")]],
        of: object,
        by: "kube-apiserver",
      )
    case "Prometheus": setStatus(prometheusStatus(object), of: object, by: "PrometheusOperator")
    case "MonitoringStack":
      setStatus(stackStatus(object), of: object, by: "observability-operator")
    case "PersistentVolumeClaim": finishGrowth(of: object)
    default: break
    }
  }

  /// What the controller of a workload says once all its pods run.
  func readyStatus(_ workload: JSON) -> JSON {
    switch workload["kind"]?.stringValue {
    case "Deployment": deploymentStatus(workload)
    case "StatefulSet": statefulSetStatus(workload)
    default: daemonSetStatus(workload)
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
    status["currentRevision"] = object.revision
    status["updateRevision"] = object.revision
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
}
