import JSON

/// The columns of built-in kinds, by qualified kind, as the API server's printers have them.
let builtInColumns: [String: [Column]] = [
  "Namespace": [.name, Column("Status", "status", "phase"), .age],
  "Node": nodeColumns,
  "ConfigMap": [.name, Column("Data") { count($0["data"], $0["binaryData"]) }, .age],
  "Secret": [.name, Column("Type", "type"), Column("Data") { count($0["data"]) }, .age],
  "ServiceAccount": [.name, .age],
  "Service": serviceColumns,
  "PersistentVolumeClaim": [
    .name, Column("Status") { $0.isTerminating ? "Terminating" : $0["status"]?["phase"] ?? "" },
    Column("Volume") { $0["spec"]?["volumeName"] ?? "" },
    Column("Capacity") { $0.isBound ? $0["status"]?["capacity"]?["storage"] ?? "" : "" },
    Column("Access Modes") { $0.isBound ? modes($0["status"]?["accessModes"]) : "" },
    Column("StorageClass") { $0["spec"]?["storageClassName"] ?? "" },
    Column("VolumeAttributesClass") { $0["spec"]?["volumeAttributesClassName"] ?? "<unset>" }, .age,
    Column("VolumeMode", priority: 1) { $0["spec"]?["volumeMode"] ?? "<unset>" },
  ],
  "StorageClass.storage.k8s.io": [
    standardName("storageclass.kubernetes.io/is-default-class"),
    Column("Provisioner", "provisioner"), Column("ReclaimPolicy", "reclaimPolicy"),
    Column("VolumeBindingMode", "volumeBindingMode"),
    Column("AllowVolumeExpansion") { .bool($0["allowVolumeExpansion"] == true) }, .age,
  ],
  "IngressClass.networking.k8s.io": [
    standardName("ingressclass.kubernetes.io/is-default-class"),
    Column("Controller", "spec", "controller"),
    Column("Parameters") { object in
      guard let told = object["spec"]?["parameters"] else { return "<none>" }
      let group = told["apiGroup"]?.stringValue.map { ".\($0)" } ?? ""
      return .string(
        "\(told["kind"]?.stringValue ?? "")\(group)/\(told["name"]?.stringValue ?? "")"
      )
    },
    .age,
  ],
  "Pod": podColumns,
  "Event": eventColumns,
  "Scale.autoscaling": [
    .name, Column("Desired", type: "integer") { $0["spec"]?["replicas"] ?? 0 },
    Column("Available", type: "integer") { $0["status"]?["replicas"] ?? 0 }, .age,
  ],
  "Deployment.apps": deploymentColumns,
  "ReplicaSet.apps": [
    .name, Column("Desired", type: "integer") { $0["spec"]?["replicas"] ?? 0 },
    Column("Current", type: "integer") { $0["status"]?["replicas"] ?? 0 },
    Column("Ready", type: "integer") { $0["status"]?["readyReplicas"] ?? 0 }, .age,
  ] + containerColumns + [selectorColumn],
  "StatefulSet.apps": [.name, readyColumn, .age] + containerColumns,
  "DaemonSet.apps": daemonSetColumns,
  "Job.batch": [
    .name, Column("Status") { .string(jobState($0)) },
    Column("Completions") { .string(jobShare($0)) },
    Column("Duration") { .string(jobDuration($0)) }, .age,
  ] + containerColumns + [selectorColumn],
  "HorizontalPodAutoscaler.autoscaling": autoscalerColumns,
  "Ingress.networking.k8s.io": ingressColumns,
  "NetworkPolicy.networking.k8s.io": [
    .name,
    Column("Pod-Selector") { selected($0["spec"]?["podSelector"]) }, .age,
  ],
  "PodDisruptionBudget.policy": [
    .name,
    Column("Min Available") { .string($0["spec"]?["minAvailable"]?.plainText ?? "N/A") },
    Column("Max Unavailable") { .string($0["spec"]?["maxUnavailable"]?.plainText ?? "N/A") },
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
private let selectorColumn = Column("Selector", priority: 1) { selected($0["spec"]?["selector"]) }

/// A binding's role, and with `-o wide` those who have it.
private let bindingColumns: [Column] =
  [.name, roleColumn, .age]
  + [("Users", "User"), ("Groups", "Group"), ("ServiceAccounts", "ServiceAccount")].map {
    title,
    kind in
    Column(title, priority: 1) { binding in
      let subjects = (binding["subjects"]?.arrayValue ?? []).filter { $0["kind"] == .string(kind) }
      let names = subjects.map { subject in
        let name = subject["name"]?.stringValue ?? ""
        return kind == "ServiceAccount"
          ? "\(subject["namespace"]?.stringValue ?? "")/\(name)" : name
      }
      return .string(names.joined(separator: ", "))
    }
  }

private let roleColumn = Column("Role") { named($0["roleRef"]?["kind"], $0["roleRef"]?["name"]) }

/// What `-o wide` tells of a workload's pods.
private let containerColumns = [
  Column("Containers", priority: 1) { containers($0, "name") },
  Column("Images", priority: 1) { containers($0, "image") },
]

private let deploymentColumns =
  [
    .name, readyColumn,
    Column("Up-to-date") { $0["status"]?["updatedReplicas"] ?? 0 },
    Column("Available") { $0["status"]?["availableReplicas"] ?? 0 }, .age,
  ] + containerColumns + [selectorColumn]

private let daemonSetCounts = [
  ("Desired", "desiredNumberScheduled"), ("Current", "currentNumberScheduled"),
  ("Ready", "numberReady"), ("Up-to-date", "updatedNumberScheduled"),
  ("Available", "numberAvailable"),
].map { name, field in Column(name, type: "integer") { $0["status"]?[field] ?? 0 } }

private let daemonSetColumns: [Column] =
  [.name] + daemonSetCounts
  + [
    Column("Node Selector") { pairs($0["spec"]?["template"]?["spec"]?["nodeSelector"]) }, .age,
  ] + containerColumns + [selectorColumn]

private let serviceColumns = [
  .name, Column("Type", "spec", "type"),
  Column("Cluster-IP") { $0["spec"]?["clusterIP"] ?? "<none>" },
  Column("External-IP") { service in
    let spec = service["spec"]
    if spec?["type"] == "ExternalName" { return spec?["externalName"] ?? "" }
    let isBalanced = spec?["type"] == "LoadBalancer"
    let own = (spec?["externalIPs"]?.arrayValue ?? []).compactMap(\.stringValue)
    let names = (isBalanced ? entrances(service) : []) + own
    if names.isEmpty { return isBalanced ? "<pending>" : "<none>" }
    return .string(names.joined(separator: ","))
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
    let rules = ingress["spec"]?["rules"]?.arrayValue ?? []
    let hosts = rules.compactMap { $0["host"]?.stringValue }.filter { !$0.isEmpty }
    if hosts.isEmpty { return "*" }
    let rest = hosts.count > 3 || hosts.count == 3 && rules.count > 3
    let more = rest ? " + \(rules.count - 3) more..." : ""
    return .string(hosts.prefix(3).joined(separator: ",") + more)
  },
  Column("Address") { .string(entrances($0).joined(separator: ",")) },
  Column("Ports") { ($0["spec"]?["tls"]?.arrayValue ?? []).isEmpty ? "80" : "80, 443" }, .age,
]
