import JSON

/// The status that a new object has before anybody has looked at it; nil where it has none yet, or
/// none that says anything.
func bornStatus(of object: JSON, _ resource: Resource) -> JSON? {
  switch resource.qualifiedKind {
  case "HorizontalPodAutoscaler.autoscaling": ["desiredReplicas": 0, "currentMetrics": .null]
  case "PodDisruptionBudget.policy":
    ["disruptionsAllowed": 0, "currentHealthy": 0, "desiredHealthy": 0, "expectedPods": 0]
  case "ReplicaSet.apps": ["replicas": 0]
  case "Pod":
    ["phase": "Pending", "qosClass": .string(qualityClass(of: Place(object["spec"], at: "spec")))]
  default: nil
  }
}

/// A pod of its own, with what admission adds to it: how long it stays on a node that is away, and
/// how it ranks.
func defaultedPod(_ object: JSON) -> JSON {
  object.editing("spec") { spec in
    defaultPodSpec(&spec)
    spec.fill("enableServiceLinks", true)
    spec.fill("preemptionPolicy", "PreemptLowerPriority")
    spec.fill("priority", 0)
    let tolerations = spec["tolerations"]?.arrayValue ?? []
    let more = ["not-ready", "unreachable"].map { "node.kubernetes.io/\($0)" }.filter { key in
      !tolerations.contains {
        $0["key"] == .string(key) && $0["effect"] ?? "NoExecute" == "NoExecute"
      }
    }
    let added = more.map { key -> JSON in
      [
        "key": .string(key), "operator": "Exists", "effect": "NoExecute",
        "tolerationSeconds": 300,
      ]
    }
    if !added.isEmpty { spec["tolerations"] = .array(tolerations + added) }
  }
}
