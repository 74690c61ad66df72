import JSON

/// The kinds that the pods of a workload refer to.
let mountedKinds: Set = ["Secret", "ConfigMap", "PersistentVolumeClaim", "ServiceAccount"]

/// Workloads whose pods cannot start.
extension ClusterState {
  /// Writes the status of a workload, and why its pods wait if they do.
  mutating func report(on workload: JSON) {
    let missing = workload.wantsPods ? missingPart(of: workload) : nil
    let status = missing.map { waitingStatus(workload, $0) } ?? readyStatus(workload)
    setStatus(status, of: workload, by: workloadController)
    if let missing, !isTold(missing.message, of: workload) {
      let teller = missing.preventsPods ? workloadController : "kubelet"
      tell(missing.reason, missing.message, of: workload, by: teller)
    }
  }

  /// Those that wait look again once there is more of what their pods refer to.
  ///
  /// Those that run go on: a pod needs its Secrets when it starts, and not afterwards.
  mutating func reconsiderWorkloads(in namespace: String) {
    for resource in ["Deployment", "StatefulSet", "DaemonSet"].compactMap({ resource(kind: $0) }) {
      for workload in list(resource, in: namespace) where workload.waits { report(on: workload) }
    }
  }

  /// As while the first new pod does not start: those of before stay, unless all are stopped first.
  private func waitingStatus(_ workload: JSON, _ missing: MissingPart) -> JSON {
    var status: JSONObject = ["observedGeneration": workload.metadata["generation"] ?? 1]
    let old = workload.keepsPods ? workload["status"] : nil
    switch workload["kind"]?.stringValue {
    case "Deployment": fillDeployment(&status, of: workload, old, missing)
    case "StatefulSet": fillStatefulSet(&status, of: workload, old)
    default:
      for key in ["desiredNumberScheduled", "currentNumberScheduled", "numberUnavailable"] {
        status[key] = 1
      }
      for key in ["numberMisscheduled", "numberReady"] { status[key] = 0 }
    }
    return .object(status)
  }

  private func fillDeployment(
    _ status: inout JSONObject,
    of workload: JSON,
    _ old: JSON?,
    _ missing: MissingPart,
  ) {
    let running = old?["availableReplicas"]?.integerValue ?? 0
    let new = running > 0 ? 1 : workload.replicas
    let made = missing.preventsPods ? 0 : new
    status["replicas"] = count(running + made)
    status["updatedReplicas"] = count(made)
    status["readyReplicas"] = count(running)
    status["availableReplicas"] = count(running)
    status["unavailableReplicas"] = count(new)
    let reason = running > 0 ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable"
    status["conditions"] = [
      condition("Available", running > 0, reason),
      condition("Progressing", true, "ReplicaSetUpdated"),
    ]
    guard missing.preventsPods, let said = status["conditions"]?.arrayValue else { return }
    let words: JSONObject = ["message": .string(missing.message)]
    status["conditions"] = .array(
      said + [condition("ReplicaFailure", true, missing.reason, words)]
    )
  }

  private func fillStatefulSet(_ status: inout JSONObject, of workload: JSON, _ old: JSON?) {
    let ready = old?["readyReplicas"]?.integerValue ?? 0
    // Pods of a set are replaced in their places: one has gone when the set begins to wait.
    let running = workload.waits ? ready : max(ready - 1, 0)
    status["replicas"] = .integer(running + 1)
    status["readyReplicas"] = count(running)
    status["availableReplicas"] = .integer(running)
    status["updatedReplicas"] = 1
    status["currentReplicas"] = count(running)
    status["updateRevision"] = workload.revision
    status["currentRevision"] = old?["currentRevision"] ?? workload.revision
    status["collisionCount"] = 0
  }

  /// Counts of nothing are left out, as by Go.
  private func count(_ number: Int64) -> JSON? { number == 0 ? nil : .integer(number) }
}

private let workloadController = "kube-controller-manager"

extension JSON {
  /// How many pods a workload wants; one where it does not say.
  fileprivate var replicas: Int64 { self["spec"]?["replicas"]?.integerValue ?? 1 }

  /// The name that the sandbox gives to a form of a StatefulSet.
  var revision: JSON { .string("\(name)-\(metadata["generation"]?.text() ?? "1")") }

  fileprivate var wantsPods: Bool { self["kind"] == "DaemonSet" || replicas > 0 }

  /// Whether the pods that there are stay until new ones run.
  fileprivate var keepsPods: Bool { self["spec"]?["strategy"]?["type"] != "Recreate" }

  /// Whether its controller has said that pods are missing.
  fileprivate var waits: Bool {
    guard let status = self["status"], status["observedGeneration"] != nil else { return false }
    return switch self["kind"]?.stringValue {
    case "Deployment": status["unavailableReplicas"] != nil
    case "StatefulSet": (status["availableReplicas"]?.integerValue ?? 0) < replicas
    default: status["numberUnavailable"] != nil
    }
  }
}
