import Fleet
import JSON
import Objects

/// OpenShift's own Prometheus as the one that writes to the hub: no operator, no second Prometheus.
extension ManagedSite {
  /// - `settings`: whatever else the fleet file wants of the platform's monitoring.
  func platformPrometheus(_ settings: JSONObject) -> [Manifest] {
    [remoteWriteSecret, monitoringConfiguration(settings)]
  }

  private static let monitoring = "openshift-monitoring"
  /// Of the Secret that the platform reads.
  private static let keys = (token: "token", authority: "ca-bundle.crt")

  /// The platform reads Secrets of its own namespace alone, where fleets could clash.
  private var remoteWriteSecret: Manifest {
    let authority = hub.authority.map { authority in
      Binding.secretData(Self.keys.authority, [.value(.handOff(authority))])
    }
    return site.secret(
      secretName,
      of: .prometheus,
      in: Self.monitoring,
      filledBy: tokenBindings(key: Self.keys.token) + [authority].compactMap(\.self),
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
      bindings: [Binding(FieldPath(keys: "data", "config.yaml"), configuration(settings).yaml)],
    )
    manifest.isOnlyOne = true
    return manifest
  }

  /// What the fleet file adds, and one more that is written to: the hub.
  private func configuration(_ settings: JSONObject) -> Document {
    let prometheus = settings["prometheusK8s"]?.objectValue ?? [:]
    let written = prometheus["remoteWrite"]?.arrayValue ?? []
    let hub = [("url", .joined(hub.writeAddress))] + Document.members(of: remoteWrite)
    let writes = written.map(Document.known) + [.members(hub)]
    return .members(
      Document.members(of: settings.without("prometheusK8s")) + [
        (
          "prometheusK8s",
          .members(
            Document.members(of: prometheus.without("remoteWrite")) + [
              ("remoteWrite", .list(writes))
            ]
          ),
        )
      ]
    )
  }

  /// As OpenShift's monitoring wants it.
  private var remoteWrite: JSONObject {
    let secret = JSON.string(secretName)
    let write: JSON = [
      "name": .string(site.qualified("hub")),
      "authorization": [
        "type": "Bearer",
        "credentials": ["name": secret, "key": .string(Self.keys.token)],
      ],
      "tlsConfig": hubRecognition(in: secret),
      "writeRelabelConfigs": .array([chosenMetrics] + cluster.externalLabels.map(labelled)),
    ]
    return write.merging(RemoteWriting.pace).objectValue ?? [:]
  }

  /// By the authority that was handed over from the hub.
  private func hubRecognition(in secret: JSON) -> JSON {
    let authority = hub.authority.map { _ -> JSON in
      ["secret": ["name": secret, "key": .string(Self.keys.authority)]]
    }
    return .fields(["ca": authority, "serverName": hub.serverName.map(JSON.string)])
  }

  /// A remote write sends all that is scraped unless it is told what to keep.
  private var chosenMetrics: JSON {
    let names =
      (selectors + design.sent).compactMap { MetricNames($0)?.pattern }
      + ["ALERTS", RemoteWriting.health]
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

extension JSONObject {
  /// The members but one.
  fileprivate func without(_ key: String) -> JSONObject {
    var copy = self
    copy[key] = nil
    return copy
  }
}
