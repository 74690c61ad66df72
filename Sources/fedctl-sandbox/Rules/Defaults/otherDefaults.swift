import FoundationEssentials
import JSON

func defaultedNamespace(_ object: JSON) -> JSON {
  var members = object.objectValue ?? [:]
  members.edit("metadata") { metadata in
    let name = metadata["name"] ?? ""
    metadata.fill("labels", [:])
    metadata.edit("labels") { $0["kubernetes.io/metadata.name"] = name }
  }
  members.fill("spec", [:])
  members.edit("spec") { $0.fill("finalizers", ["kubernetes"]) }
  members.fill("status", ["phase": "Active"])
  return .object(members)
}

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

func defaultedClaim(_ object: JSON) -> JSON {
  object.editing("spec") { spec in
    spec.fill("volumeMode", "Filesystem")
    spec.fill("storageClassName", "standard")
    canonicalResources(&spec)
  }
}

func defaultedBinding(_ object: JSON) -> JSON {
  var members = object.objectValue ?? [:]
  members.edit("roleRef") { $0.fill("apiGroup", "rbac.authorization.k8s.io") }
  members.editEach("subjects") { subject in
    guard subject["kind"] != "ServiceAccount" else { return }
    subject.fill("apiGroup", "rbac.authorization.k8s.io")
  }
  return .object(members)
}

func defaultNetworkPolicySpec(_ spec: inout JSONObject) {
  for direction in ["ingress", "egress"] {
    spec.editEach(direction) { rule in rule.editEach("ports") { $0.fill("protocol", "TCP") } }
  }
  spec.fill("policyTypes", spec["egress"] == nil ? ["Ingress"] : ["Ingress", "Egress"])
}

func defaultRouteSpec(_ spec: inout JSONObject) {
  spec.edit("to") {
    $0.fill("kind", "Service")
    $0.fill("weight", 100)
  }
  spec.fill("wildcardPolicy", "None")
}
