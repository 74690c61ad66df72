import JSON
import Objects

/// What the tests read out of rendered objects.
extension Manifest {
  /// The part of a workload that says what runs.
  var podSpec: JSON? {
    reference.kind == .prometheus ? body["spec"] : body["spec"]?["template"]?["spec"]
  }

  /// The labels of a workload's pods; those of a Prometheus are the operator's.
  var podLabels: JSON? {
    guard reference.kind == .prometheus else {
      return body["spec"]?["template"]?["metadata"]?["labels"]
    }
    return [
      "app.kubernetes.io/name": "prometheus",
      "app.kubernetes.io/instance": .string(reference.name),
      "prometheus": .string(reference.name),
    ]
  }

  var servingCertificate: String? {
    let key = "service.beta.openshift.io/serving-cert-secret-name"
    return body["metadata"]?["annotations"]?[key]?.stringValue
  }

  /// The Secret that another than fedctl fills because of this object.
  var filledSecret: String? {
    let name =
      reference.kind == .certificate
      ? body["spec"]?["secretName"] : body["spec"]?["target"]?["name"]
    return [.certificate, .externalSecret].contains(reference.kind) ? name?.stringValue : nil
  }

  /// The arguments of each Thanos process that it runs.
  var thanosArguments: [[String]] {
    (podSpec?["containers"]?.arrayValue ?? [])
      .filter { $0["name"]?.stringValue?.hasPrefix("thanos-") == true }
      .map { $0["args"]?.texts ?? [] }
  }

  func container(_ name: String) -> JSON? {
    podSpec?["containers"]?.arrayValue?.first { $0["name"]?.stringValue == name }
  }
}

extension JSON {
  var texts: [String] { arrayValue?.compactMap(\.stringValue) ?? [] }

  /// Whether all members of another object are here with the same values.
  func contains(_ other: JSON) -> Bool {
    other.objectValue?.allSatisfy { self[$0.key] == $0.value } ?? false
  }

  /// The ServiceAccount, Secrets and ConfigMaps that a pod's specification names, as `Kind/name`.
  var referred: Set<String> {
    var found = Set(volumes)
    if let account = self["serviceAccountName"]?.stringValue {
      found.insert("ServiceAccount/\(account)")
    }
    for variable in (self["containers"]?.arrayValue ?? []).flatMap({ $0["env"]?.arrayValue ?? [] })
    {
      let name = variable["valueFrom"]?["secretKeyRef"]?["name"]?.stringValue
      if let name { found.insert("Secret/\(name)") }
    }
    for name in self["configMaps"]?.texts ?? [] { found.insert("ConfigMap/\(name)") }
    for field in ["additionalScrapeConfigs", "additionalAlertManagerConfigs"] {
      if let name = self[field]?["name"]?.stringValue { found.insert("Secret/\(name)") }
    }
    for write in self["remoteWrite"]?.arrayValue ?? [] {
      let token = write["authorization"]?["credentials"]?["name"]?.stringValue
      let authority = write["tlsConfig"]?["ca"]
      let names = [
        token.map { "Secret/\($0)" },
        authority?["configMap"]?["name"]?.stringValue.map { "ConfigMap/\($0)" },
        authority?["secret"]?["name"]?.stringValue.map { "Secret/\($0)" },
      ]
      found.formUnion(names.compactMap(\.self))
    }
    return found
  }

  private var volumes: [String] {
    (self["volumes"]?.arrayValue ?? []).flatMap { volume in
      let projected = volume["projected"]?["sources"]?.arrayValue ?? []
      let secrets = (projected.map(\.["secret"]?["name"]) + [volume["secret"]?["secretName"]])
        .compactMap { $0?.stringValue }
      let maps = (projected + [volume]).compactMap { $0["configMap"]?["name"]?.stringValue }
      return secrets.map { "Secret/\($0)" } + maps.map { "ConfigMap/\($0)" }
    }
  }
}
