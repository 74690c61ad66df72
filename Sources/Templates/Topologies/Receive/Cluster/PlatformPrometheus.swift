import Fleet
import JSON
import Objects

/// OpenShift's own Prometheus as the ones that write to the hub: no operator, no second Prometheus.
///
/// The platform has two: one for its own series, and one for those of applications, which is switched on
/// where the fleet file names some. Keys as in openshift/cluster-monitoring-operator:pkg/manifests/types.go,
/// from release-4.12 on; a key that a release does not know would stop its operator from 4.18 on.
extension ManagedSite {
  /// - `settings`: whatever else the fleet file wants of the platform's monitoring.
  func platformPrometheus(_ settings: JSONObject) -> [Manifest] {
    let platform = PlatformMonitoring.platform
    let scrapes = !cluster.serviceMonitors.isEmpty
    let platforms = [
      remoteWriteSecret(in: platform),
      configuration(of: platform, settings: settings, scrapes: scrapes, keeping: chosenMetrics),
    ]
    return platforms + (scrapes ? applications() : [])
  }

  /// What the platform scrapes for the fleet, and sends on.
  private func applications() -> [Manifest] {
    let workloads = PlatformMonitoring.userWorkload
    return [
      remoteWriteSecret(in: workloads),
      configuration(of: workloads, keeping: applicationSeries),
    ] + site.platformApplications(of: cluster) + site.platformRules(of: cluster)
  }

  /// The platform reads Secrets of its own namespaces alone, where fleets could clash.
  private func remoteWriteSecret(in monitoring: PlatformMonitoring) -> Manifest {
    let authority = hub.authority.map { authority in
      Binding.secretData(PlatformMonitoring.authorityKey, [.value(.handOff(authority))])
    }
    return site.secret(
      secretName,
      of: .prometheus,
      in: monitoring.namespace,
      filledBy: tokenBindings(key: PlatformMonitoring.tokenKey) + [authority].compactMap(\.self),
    )
  }

  private var secretName: String { site.qualified("remote-write") }

  /// There is one such object, all settings are one text in it, and others write it too.
  private func configuration(
    of monitoring: PlatformMonitoring,
    settings: JSONObject = [:],
    scrapes: Bool = false,
    keeping kept: JSON,
  ) -> Manifest {
    let key = PlatformMonitoring.configurationKey
    let part = part(of: monitoring, settings, scrapes: scrapes, keeping: kept)
    var manifest = site.sharedManifest(
      .configMap,
      monitoring.configMap,
      in: monitoring.namespace,
      bindings: [Binding(FieldPath(keys: "data", key), part.yaml)],
    )
    manifest.sharedText = key
    return manifest
  }

  /// What the fleet file adds, with the hub as one more that is written to, and those who hear of alerts.
  private func part(
    of monitoring: PlatformMonitoring,
    _ settings: JSONObject,
    scrapes: Bool,
    keeping kept: JSON,
  ) -> Document {
    let server = settings[monitoring.server]?.objectValue ?? [:]
    let lists = [remoteWrites(server, of: monitoring, keeping: kept), alertmanagers(server)]
      .compactMap(\.self)
    let switchedOn: JSONObject = scrapes ? ["enableUserWorkload": true] : [:]
    let whole = Document.members(
      of: settings.without([monitoring.server] + switchedOn.map(\.key))
    )
    return .members(
      Document.members(of: switchedOn) + whole + [
        (
          monitoring.server,
          .members(Document.members(of: server.without(lists.map(\.key))) + lists),
        )
      ]
    )
  }

  /// - `server`: what the fleet file wants of this Prometheus besides.
  private func remoteWrites(
    _ server: JSONObject,
    of monitoring: PlatformMonitoring,
    keeping kept: JSON,
  ) -> (key: String, value: Document)? {
    let key = "remoteWrite"
    let hub =
      [("url", .joined(hub.writeAddress))] + Document.members(of: remoteWrite(keeping: kept))
    let others = server[key]?.arrayValue ?? []
    let targets = cluster.writeTargets.map { target in
      site.target(target, as: site.qualified(target.name), shared(monitoring, kept) + labelling)
    }
    return (
      key, .list(others.map(Document.known) + [.members(hub)] + targets.map(Document.known)),
    )
  }

  /// Beside OpenShift's own, which hears of everything anyhow; nil where the fleet file names none.
  private func alertmanagers(_ server: JSONObject) -> (key: String, value: Document)? {
    let key = "additionalAlertmanagerConfigs"
    let named = cluster.destinations.platformConfigurations
    let others = server[key]?.arrayValue ?? []
    return named.isEmpty ? nil : (key, .list((others + named).map(Document.known)))
  }

  /// As OpenShift's monitoring wants it.
  private func remoteWrite(keeping kept: JSON) -> JSONObject {
    let secret = JSON.string(secretName)
    let write: JSON = [
      "name": .string(site.qualified(RemoteWriting.hub)),
      "authorization": [
        "type": "Bearer",
        "credentials": ["name": secret, "key": .string(PlatformMonitoring.tokenKey)],
      ],
      "tlsConfig": hubRecognition(in: secret),
      "writeRelabelConfigs": .array([kept] + labelling + sentLast(site.qualified)),
    ]
    let proxy = JSON.fields(["proxyUrl": site.proxyURL(to: hub.knownHost)])
    return write.merging(proxy).merging(RemoteWriting.pace(design.queue)).objectValue ?? [:]
  }

  /// By the authority that was handed over from the hub.
  private func hubRecognition(in secret: JSON) -> JSON {
    let authority = hub.authority.map { _ -> JSON in
      ["secret": ["name": secret, "key": .string(PlatformMonitoring.authorityKey)]]
    }
    return .fields(["ca": authority, "serverName": hub.serverName.map(JSON.string)])
  }

  /// A remote write sends all that is scraped unless it is told what to keep; `up` tells that a cluster is alive.
  private var chosenMetrics: JSON {
    let names = (selectors + design.sent).compactMap { MetricNames($0)?.pattern }
    // Every alert is taken, whatever its state.
    let chosen = cluster.usageSeries.filter { !$0.matchers.isEmpty && $0 != .alerts }
      .relabelling(beside: names + ["ALERTS", RemoteWriting.health])
    return keep(chosen.labels, matching: chosen.pattern)
  }

  /// Of all that the platform scrapes for users, what comes from the fleet's applications.
  private var applicationSeries: JSON {
    let namespaces = Set(cluster.serviceMonitors.map(\.namespace)).sorted()
    return keep(["namespace"], matching: namespaces.joined(separator: "|"))
  }

  private func keep(_ labels: [String], matching pattern: String) -> JSON {
    ["sourceLabels": .list(labels), "regex": .string(pattern), "action": "keep"]
  }

  /// Of the Prometheus that whoever has applications shares, targets get the fleet's, and no others.
  private func shared(_ monitoring: PlatformMonitoring, _ kept: JSON) -> [JSON] {
    monitoring.isShared ? [kept] : []
  }

  /// The labels of the cluster.
  private var labelling: [JSON] { cluster.externalLabels.map(labelled) }

  /// Given on the way out alone: the platform's own labels stay as they are.
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
  /// The members but some.
  fileprivate func without(_ keys: [String]) -> JSONObject {
    keys.reduce(into: self) { $0[$1] = nil }
  }
}
