import Fleet
import JSON
import Objects

/// OpenShift's own Prometheus as the one that writes to the hub: no operator, no second Prometheus.
extension ManagedSite {
  func platformPrometheus(_ settings: JSONObject) -> [Manifest] {
    [remoteWriteSecret, monitoringConfiguration(settings)]
  }

  private static let monitoring = "openshift-monitoring"
  private static let keys = (token: "token", authority: "ca-bundle.crt")

  /// The platform reads Secrets of its own namespace alone, where fleets could clash.
  private var remoteWriteSecret: Manifest {
    let path = FieldPath(keys: "data", Self.keys.authority)
    let authority = hub.authority.map { authority in
      Binding(path, [.value(.handOff(authority))], encoding: .base64)
    }
    return site.manifest(
      .secret,
      secretName,
      of: .prometheus,
      in: Self.monitoring,
      ["type": "Opaque"],
      bindings: tokenBindings(key: Self.keys.token) + [authority].compactMap(\.self),
    )
  }

  private var secretName: String { site.qualified("remote-write") }

  /// There is one such object, and all of the platform's settings are one text in it.
  private func monitoringConfiguration(_ settings: JSONObject) -> Manifest {
    var manifest = site.manifest(
      .configMap,
      "cluster-monitoring-config",
      of: .prometheus,
      in: Self.monitoring,
      bindings: [Binding(FieldPath(keys: "data", "config.yaml"), configuration(settings))],
    )
    manifest.isOnlyOne = true
    return manifest
  }

  /// JSON is YAML, so what the fleet file adds stands in it as JSON, a line for each setting.
  private func configuration(_ settings: JSONObject) -> [Binding.Part] {
    let prometheus = settings["prometheusK8s"]?.objectValue ?? [:]
    let others = settings.filter { $0.key != "prometheusK8s" }
    let writes = prometheus["remoteWrite"]?.arrayValue ?? []
    return [
      .text(lines(others, indent: "") + "prometheusK8s:\n"),
      .text(lines(prometheus.filter { $0.key != "remoteWrite" }, indent: "  ")),
      .text("  remoteWrite:\n" + writes.map { "  - \($0.text())\n" }.joined()),
      .text("  - url: "),
    ] + hub.writeAddress + [.text("\n" + lines(remoteWrite, indent: "    "))]
  }

  private func lines(_ settings: some Sequence<JSONObject.Element>, indent: String) -> String {
    settings.map { "\(indent)\($0.key): \($0.value.text())\n" }.joined()
  }

  private var remoteWrite: JSONObject {
    let secret = JSON.string(secretName)
    return [
      "name": .string(site.qualified("hub")),
      "authorization": [
        "type": "Bearer",
        "credentials": ["name": secret, "key": .string(Self.keys.token)],
      ],
      "tlsConfig": hubRecognition(in: secret),
      "writeRelabelConfigs": .array([chosenMetrics] + cluster.externalLabels.map(labelled)),
    ]
  }

  private func hubRecognition(in secret: JSON) -> JSON {
    let authority = hub.authority.map { _ -> JSON in
      ["secret": ["name": secret, "key": .string(Self.keys.authority)]]
    }
    return .fields(["ca": authority, "serverName": hub.serverName.map(JSON.string)])
  }

  private var chosenMetrics: JSON {
    let names = design.federate.match.compactMap { MetricNames($0)?.pattern }
    return [
      "sourceLabels": ["__name__"],
      "regex": .string(names.joined(separator: "|")),
      "action": "keep",
    ]
  }

  /// Given on the way to the hub alone: the platform's own labels stay as they are.
  private func labelled(_ label: ExternalLabel) -> JSON {
    [
      "targetLabel": .string(label.name),
      // A dollar sign would stand for a group of the expression.
      "replacement": .string(label.value.replacing("$", with: "$$")),
      "action": "replace",
    ]
  }
}
