import JSON

/// The columns of built-in kinds, by qualified kind, as the API server's printers have them.
let builtInColumns: [String: [Column]] = [
  "Namespace": [.name, Column("Status", "status", "phase"), .age],
  "Node": [.name, Column("Status") { _ in "Ready" }, Column("Roles") { _ in "<none>" }, .age],
  "ConfigMap": [
    .name, Column("Data", type: "integer") { count($0["data"], $0["binaryData"]) }, .age,
  ],
  "Secret": [
    .name, Column("Type", "type"), Column("Data", type: "integer") { count($0["data"]) }, .age,
  ],
  "ServiceAccount": [
    .name, Column("Secrets", type: "integer") { count($0["secrets"]) }, .age,
  ],
  "Service": serviceColumns,
  "PersistentVolumeClaim": [
    .name, Column("Status", "status", "phase"), Column("Volume", "spec", "volumeName"),
    Column("Capacity", "status", "capacity", "storage"),
    Column("Access Modes") { texts($0["spec"]?["accessModes"]) },
    Column("StorageClass", "spec", "storageClassName"),
    Column("VolumeAttributesClass") { _ in "<unset>" }, .age,
    Column("VolumeMode", priority: 1, "spec", "volumeMode"),
  ],
  "StorageClass.storage.k8s.io": [
    .name, Column("Provisioner", "provisioner"), Column("ReclaimPolicy", "reclaimPolicy"),
    Column("VolumeBindingMode", "volumeBindingMode"),
    Column("AllowVolumeExpansion") {
      .string($0["allowVolumeExpansion"] == true ? "true" : "false")
    },
    .age,
  ],
  "Pod": [
    .name, Column("Ready") { _ in "1/1" }, Column("Status", "status", "phase"),
    Column("Restarts") { _ in "0" }, .age,
  ],
  "Event": [
    Column("Last Seen") { .string(elapsed(since: $0["lastTimestamp"])) }, Column("Type", "type"),
    Column("Reason", "reason"),
    Column("Object") { named($0["involvedObject"]?["kind"], $0["involvedObject"]?["name"]) },
    Column("Message", "message"),
  ],
  "Deployment.apps": deploymentColumns,
  "ReplicaSet.apps": deploymentColumns,
  "StatefulSet.apps": [.name, readyColumn, .age] + podColumns,
  "DaemonSet.apps": daemonSetColumns,
  "Job.batch": [
    .name, Column("Status") { _ in "Running" },
    Column("Completions") { share($0["status"]?["succeeded"], of: $0["spec"]?["completions"]) },
    Column("Duration") { _ in "" }, .age,
  ] + podColumns + [selectorColumn],
  "HorizontalPodAutoscaler.autoscaling": autoscalerColumns,
  "Ingress.networking.k8s.io": ingressColumns,
  "NetworkPolicy.networking.k8s.io": [
    .name,
    Column("Pod-Selector") { pairs($0["spec"]?["podSelector"]?["matchLabels"]) }, .age,
  ],
  "PodDisruptionBudget.policy": [
    .name, Column("Min Available") { $0["spec"]?["minAvailable"] ?? "N/A" },
    Column("Max Unavailable") { $0["spec"]?["maxUnavailable"] ?? "N/A" },
    Column("Allowed Disruptions", type: "integer") { $0["status"]?["disruptionsAllowed"] ?? 0 },
    .age,
  ],
  "Role.rbac.authorization.k8s.io": [.name, .created],
  "ClusterRole.rbac.authorization.k8s.io": [.name, .created],
  "RoleBinding.rbac.authorization.k8s.io": bindingColumns,
  "ClusterRoleBinding.rbac.authorization.k8s.io": bindingColumns,
  "Lease.coordination.k8s.io": [.name, Column("Holder", "spec", "holderIdentity"), .age],
  "CustomResourceDefinition.apiextensions.k8s.io": [.name, .created],
  "APIService.apiregistration.k8s.io": [
    .name,
    Column("Service") { object in
      let service = object["spec"]?["service"]
      return service == nil ? "Local" : named(service?["namespace"], service?["name"])
    },
    Column("Available") { $0["status"]?["conditions"]?[0]?["status"] ?? "Unknown" }, .age,
  ],
]

private let readyColumn = Column("Ready") {
  share($0["status"]?["readyReplicas"], of: $0["spec"]?["replicas"] ?? 1)
}

/// What a workload finds its pods by.
private let selectorColumn = Column("Selector", priority: 1) {
  pairs($0["spec"]?["selector"]?["matchLabels"])
}

/// A binding's role, and with `-o wide` those who have it.
private let bindingColumns: [Column] =
  [.name, roleColumn, .age]
  + [("Users", "User"), ("Groups", "Group"), ("ServiceAccounts", "ServiceAccount")].map {
    title,
    kind in
    Column(title, priority: 1) { binding in
      let subjects = (binding["subjects"]?.arrayValue ?? []).filter { $0["kind"] == .string(kind) }
      return texts(.array(subjects.compactMap { $0["name"] }))
    }
  }

private let roleColumn = Column("Role") { named($0["roleRef"]?["kind"], $0["roleRef"]?["name"]) }

/// What `-o wide` tells of a workload's pods.
private let podColumns = [
  Column("Containers", priority: 1) { containers($0, "name") },
  Column("Images", priority: 1) { containers($0, "image") },
]

private let deploymentColumns =
  [
    .name, readyColumn,
    Column("Up-to-date", type: "integer") { $0["status"]?["updatedReplicas"] ?? 0 },
    Column("Available", type: "integer") { $0["status"]?["availableReplicas"] ?? 0 }, .age,
  ] + podColumns
  + [Column("Selector", priority: 1) { pairs($0["spec"]?["selector"]?["matchLabels"]) }]

private let daemonSetCounts = [
  ("Desired", "desiredNumberScheduled"), ("Current", "currentNumberScheduled"),
  ("Ready", "numberReady"), ("Up-to-date", "updatedNumberScheduled"),
  ("Available", "numberAvailable"),
].map { name, field in Column(name, type: "integer") { $0["status"]?[field] ?? 0 } }

private let daemonSetColumns: [Column] =
  [.name] + daemonSetCounts
  + [
    Column("Node Selector") { pairs($0["spec"]?["template"]?["spec"]?["nodeSelector"]) }, .age,
  ] + podColumns + [selectorColumn]

private let serviceColumns = [
  .name, Column("Type", "spec", "type"),
  Column("Cluster-IP") { $0["spec"]?["clusterIP"] ?? "<none>" },
  Column("External-IP") { service in
    let entries = service["status"]?["loadBalancer"]?["ingress"]?.arrayValue ?? []
    let names = entries.compactMap { $0["hostname"]?.stringValue ?? $0["ip"]?.stringValue }
    if !names.isEmpty { return .string(names.joined(separator: ",")) }
    if service["spec"]?["type"] == "LoadBalancer" { return "<pending>" }
    return service["spec"]?["externalName"] ?? "<none>"
  },
  Column("Port(s)") { service in
    let ports = (service["spec"]?["ports"]?.arrayValue ?? []).map { port in
      let number = port["port"]?.text() ?? ""
      let node = port["nodePort"].map { ":\($0.text())" } ?? ""
      return "\(number)\(node)/\(port["protocol"]?.stringValue ?? "TCP")"
    }
    return .string(ports.isEmpty ? "<none>" : ports.joined(separator: ","))
  },
  .age, Column("Selector", priority: 1) { pairs($0["spec"]?["selector"]) },
]

private let ingressColumns = [
  .name, Column("Class") { $0["spec"]?["ingressClassName"] ?? "<none>" },
  Column("Hosts") { ingress in
    let hosts = (ingress["spec"]?["rules"]?.arrayValue ?? []).compactMap { $0["host"]?.stringValue }
    return .string(hosts.isEmpty ? "*" : hosts.joined(separator: ","))
  },
  Column("Address") { ingress in
    let entry = ingress["status"]?["loadBalancer"]?["ingress"]?[0]
    return entry?["hostname"] ?? entry?["ip"] ?? ""
  },
  Column("Ports") { $0["spec"]?["tls"] == nil ? "80" : "80, 443" }, .age,
]

private let autoscalerColumns = [
  .name,
  Column("Reference") { object in
    let target = object["spec"]?["scaleTargetRef"]
    return named(target?["kind"], target?["name"])
  },
  Column("Targets") { object in
    let target = object["spec"]?["metrics"]?[0]?["resource"]?["target"]?["averageUtilization"]
    return .string(target.map { "cpu: <unknown>/\($0.text())%" } ?? "<unknown>")
  },
  Column("MinPods", "spec", "minReplicas"), Column("MaxPods", "spec", "maxReplicas"),
  Column("Replicas", type: "integer") { $0["status"]?["currentReplicas"] ?? 0 }, .age,
]

/// Of all lists together.
private func count(_ parts: JSON?...) -> JSON {
  .integer(
    Int64(parts.reduce(0) { $0 + ($1?.objectValue?.count ?? $1?.arrayValue?.count ?? 0) })
  )
}

/// As `1/2`.
private func share(_ part: JSON?, of whole: JSON?) -> JSON {
  .string("\((part ?? 0).text())/\((whole ?? 0).text())")
}

/// As `Deployment/web`.
private func named(_ kind: JSON?, _ name: JSON?) -> JSON {
  .string("\(kind?.stringValue ?? "")/\(name?.stringValue ?? "")")
}

/// Joined by commas; `<none>` where there are none.
private func texts(_ list: JSON?) -> JSON {
  .string((list?.arrayValue ?? []).compactMap(\.stringValue).joined(separator: ","))
}

/// As `a=b`, joined by commas.
private func pairs(_ labels: JSON?) -> JSON {
  let pairs = (labels?.objectValue ?? [:]).map { "\($0.key)=\($0.value.stringValue ?? "")" }
  return .string(pairs.isEmpty ? "<none>" : pairs.sorted().joined(separator: ","))
}

/// One field of every container, joined by commas.
private func containers(_ object: JSON, _ field: String) -> JSON {
  let containers = object["spec"]?["template"]?["spec"]?["containers"]?.arrayValue ?? []
  return texts(.array(containers.compactMap { $0[field] }))
}
