import Fleet
import JSON
import Objects

/// The fleet's own Prometheus that watches over the hub: it needs no operator and finds the fleet's
/// pods by itself.
struct HubMonitor {
  let site: Site
  let design: PrometheusServer
  let destinations: AlertDestinations
  /// Who asks it for what it has seen.
  let visitors: Visitors
  /// Groups of rules and alerts.
  let groups: [JSON]

  private static let folder = Mount(volume: "configuration", path: "/etc/prometheus/fleet")
  private static let rules = Mount(volume: "rules", path: "/etc/prometheus/rules")
  private static let data = Mount(volume: Workload.data, path: "/prometheus", isReadOnly: false)
  private static let file = "prometheus.yaml"
  private static let ruleFile = "fleet.yaml"
  private static let rulesName = "\(Part.hubMonitor.name)-rules"

  /// Where Grafana asks.
  static func address(in namespace: String) -> String {
    "http://\(Part.hubMonitor.name).\(namespace).svc:9090"
  }

  func manifests() -> [Manifest] {
    let part = Part.hubMonitor
    return [
      site.manifest(.serviceAccount, part.name, of: part),
      site.role(part.name, of: part, rules: [rule("", ["pods"], ["get", "list", "watch"])]),
      site.roleBinding(part.name, role: part.name, to: part.name, of: part),
      configMap(part.name, Self.file, configuration.text),
      configMap(Self.rulesName, Self.ruleFile, rules),
      site.service(part.name, of: part, ports: [servicePort("http", 9090, target: "http")]),
      site.networkPolicy(
        part,
        opening: [("http", to: visitors), ("http", to: .apiServer)],
      ),
      workload.statefulSet(service: part.name),
    ]
  }

  private func configMap(_ name: String, _ file: String, _ text: String) -> Manifest {
    site.manifest(.configMap, name, of: .hubMonitor, ["data": .map([file: text])])
  }

  /// What it shows to Alertmanagers; nil for nothing.
  private var access: JSON? { AccessVolume.ofAlerts.json(for: destinations.accesses) }

  private var configuration: MonitorConfiguration {
    MonitorConfiguration(
      fleet: site.fleet,
      namespace: site.namespace,
      cluster: site.isShared ? site.cluster : nil,
      interval: design.scrapeInterval,
      ruleFile: "\(Self.rules.path)/\(Self.ruleFile)",
      destinations: destinations,
    )
  }

  private var rules: String {
    let file: JSON = ["groups": .array(groups)]
    return file.text(.pretty) + "\n"
  }

  /// It reads both files when it starts, so its pod is replaced when they change.
  private var workload: Workload {
    Workload(
      .hubMonitor,
      design.component,
      at: site,
      containers: [container],
      volumes: [
        configVolume(Self.folder.volume, configMap: Part.hubMonitor.name),
        configVolume(Self.rules.volume, configMap: Self.rulesName),
      ] + [access].compactMap(\.self),
      configuration: configuration.text + rules,
      user: .prometheus,
    )
  }

  private var container: Container {
    Container(
      name: Part.hubMonitor.name,
      image: design.component.image,
      arguments: [
        "--config.file=\(Self.folder.path)/\(Self.file)",
        "--storage.tsdb.path=\(Self.data.path)",
        "--storage.tsdb.retention.time=\(design.retention)",
      ] + (design.retentionMebibytes.map { ["--storage.tsdb.retention.size=\($0)MiB"] } ?? [])
        + design.component.extraArguments,
      ports: ["http": 9090],
      readiness: probe("/-/ready", port: "http", everySeconds: 5, failures: 20),
      liveness: probe("/-/healthy", port: "http", everySeconds: 30, failures: 8),
      resources: design.component.resources.json,
      mounts: [Self.data, Self.folder, Self.rules]
        + (access == nil ? [] : [AccessVolume.ofAlerts.mount]),
    )
  }
}
