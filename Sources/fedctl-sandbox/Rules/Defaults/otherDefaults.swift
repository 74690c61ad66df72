import FoundationEssentials
import JSON

/// A namespace has a label with its name, and a finalizer of its own in the spec.
///
/// That one goes by the namespace's end alone: who writes the namespace itself does not change it.
func defaultedNamespace(_ object: JSON, _ live: JSON?) -> JSON {
  var members = object.objectValue ?? [:]
  members.edit("metadata") { metadata in
    let name = metadata["name"] ?? ""
    metadata.fill("labels", [:])
    metadata.edit("labels") { $0["kubernetes.io/metadata.name"] = name }
  }
  members.fill("spec", [:])
  members.edit("spec") { spec in
    if let live { spec["finalizers"] = live["spec"]?["finalizers"] }
    let own = spec["finalizers"]?.arrayValue ?? []
    if live == nil, !own.contains("kubernetes") {
      spec["finalizers"] = .array(own + ["kubernetes"])
    }
  }
  members.fill("status", [:])
  members.edit("status") { status in
    if [nil, .null, ""].contains(status["phase"]) { status["phase"] = "Active" }
  }
  return .object(members)
}

/// Texts become data, and are not kept as texts.
func defaultedSecret(_ object: JSON) -> JSON {
  var members = object.objectValue ?? [:]
  if let texts = members["stringData"]?.objectValue {
    members.fill("data", [:])
    members.edit("data") { data in
      for text in texts {
        data[text.key] = .string(Data((text.value.stringValue ?? "").utf8).base64EncodedString())
      }
    }
    members["stringData"] = nil
  }
  members.fill("type", "Opaque")
  return .object(members)
}

extension ClusterState {
  /// A claim that somebody mounts gets the class that the cluster marks as its default, if there is one.
  ///
  /// A real server asks nobody whether it is mounted. Here a cluster has a default class from the beginning,
  /// and a claim by itself is answered as by a server that has none.
  func defaultedClaim(_ object: JSON, isNew: Bool) -> JSON {
    let claim = object.editing("spec") { spec in
      spec.fill("volumeMode", "Filesystem")
      fillDataSource(&spec)
      if isNew, isMounted(object), let name = defaultStorageClass {
        spec.fill("storageClassName", name)
      }
    }
    guard isNew, !claim.finalizers.contains(claimProtection) else { return claim }
    let names = claim.finalizers + [claimProtection]
    return claim.editing("metadata") { $0["finalizers"] = .array(names.map(JSON.string)) }
  }

  private var defaultStorageClass: JSON? {
    guard let classes = resource(kind: "StorageClass") else { return nil }
    let key = "storageclass.kubernetes.io/is-default-class"
    return list(classes, in: nil).first { $0.metadata["annotations"]?[key] == "true" }
      .map { .string($0.name) }
  }
}

/// What a claim is filled from, which has an older and a newer field; the older one knows two kinds.
private func fillDataSource(_ spec: inout JSONObject) {
  /// Whether a source is of a kind that the older field knows.
  func isKnown(_ source: JSON) -> Bool {
    let group = source["apiGroup"]?.stringValue ?? ""
    return switch source["kind"] {
    case "PersistentVolumeClaim": group.isEmpty
    case "VolumeSnapshot": group == "snapshot.storage.k8s.io"
    default: false
    }
  }
  if let old = spec["dataSource"], !isKnown(old) { spec["dataSource"] = nil }
  if let old = spec["dataSource"] {
    spec.fill("dataSourceRef", old)
  } else if let new = spec["dataSourceRef"], new["namespace"] == nil {
    spec["dataSource"] = new
  }
}

/// A class makes volumes at once and deletes them with their claims, unless it says otherwise.
func defaultedStorageClass(_ object: JSON) -> JSON {
  var members = object.objectValue ?? [:]
  members.fill("reclaimPolicy", "Delete")
  members.fill("volumeBindingMode", "Immediate")
  return .object(members)
}

/// Without a metric, an autoscaler goes by the use of CPUs.
func defaultAutoscalerSpec(_ spec: inout JSONObject) {
  spec.fill("minReplicas", 1)
  let usage: JSON = ["type": "Utilization", "averageUtilization": 80]
  spec.fill("metrics", [["type": "Resource", "resource": ["name": "cpu", "target": usage]]])
  spec.edit("behavior") { behavior in
    let up: [JSON] = [
      ["type": "Pods", "value": 4, "periodSeconds": 15],
      ["type": "Percent", "value": 100, "periodSeconds": 15],
    ]
    let down: [JSON] = [["type": "Percent", "value": 100, "periodSeconds": 15]]
    behavior.fill("scaleUp", ["stabilizationWindowSeconds": 0])
    behavior.fill("scaleDown", [:])
    for (direction, policies) in [("scaleUp", up), ("scaleDown", down)] {
      behavior.edit(direction) { rules in
        if direction == "scaleUp" { rules.fill("stabilizationWindowSeconds", 0) }
        rules.fill("selectPolicy", "Max")
        rules.fill("policies", .array(policies))
      }
    }
  }
}

/// The names that a definition need not say.
func defaultDefinitionSpec(_ spec: inout JSONObject) {
  spec.edit("names") { names in
    let kind = names["kind"]?.stringValue ?? ""
    names.fill("singular", .string(kind.lowercased()))
    names.fill("listKind", .string("\(kind)List"))
  }
  spec.fill("conversion", ["strategy": "None"])
}

/// The API group of roles, and of subjects that are no accounts.
func defaultedBinding(_ object: JSON) -> JSON {
  var members = object.objectValue ?? [:]
  members.edit("roleRef") { $0.fill("apiGroup", "rbac.authorization.k8s.io") }
  members.editEach("subjects") { subject in
    guard subject["kind"] != "ServiceAccount" else { return }
    subject.fill("apiGroup", "rbac.authorization.k8s.io")
  }
  return .object(members)
}

/// A policy is for incoming traffic, and for outgoing where it has a rule for that.
func defaultNetworkPolicySpec(_ spec: inout JSONObject) {
  spec.fill("podSelector", [:])
  for direction in ["ingress", "egress"] {
    spec.editEach(direction) { rule in rule.editEach("ports") { $0.fill("protocol", "TCP") } }
  }
  spec.fill("policyTypes", spec["egress"] == nil ? ["Ingress"] : ["Ingress", "Egress"])
}
