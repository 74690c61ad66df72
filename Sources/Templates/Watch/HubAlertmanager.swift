import Fleet
import JSON
import Objects

/// Alertmanager on the hub: groups what is noticed there and tells people.
struct HubAlertmanager {
  let site: Site
  let design: Alertmanager
  /// Who tells it: parts of the fleet, and the pods of the hub's Prometheus where an operator makes
  /// them.
  let informants: Visitors

  /// Its own number for requests.
  static let port: Int64 = 9093

  private static let configuration = Mount(volume: "configuration", path: "/etc/alertmanager")
  private static let data = Mount(volume: Workload.data, path: "/alertmanager", isReadOnly: false)

  /// People reach it by a port that they forward, as they do Grafana with a password.
  func manifests() -> [Manifest] {
    let part = Part.alertmanager
    return [
      site.silentAccount(part.name, of: part),
      site.service(part.name, of: part, ports: [servicePort("http", Self.port, target: "http")]),
      site.networkPolicy(part, opening: [("http", to: informants)]),
      workload.statefulSet(service: part.name),
    ]
  }

  private var workload: Workload {
    Workload(
      .alertmanager,
      design.component,
      at: site,
      containers: [container],
      volumes: [secretVolume(Self.configuration.volume, secret: design.secret)],
      user: .prometheus,
    )
  }

  /// One pod has no peers, so it opens no port for them.
  private var container: Container {
    Container(
      name: Part.alertmanager.name,
      image: design.component.image,
      arguments: [
        "--config.file=\(Self.configuration.path)/\(design.key)",
        "--storage.path=\(Self.data.path)",
        "--web.listen-address=:\(Self.port)",
        "--cluster.listen-address=",
      ] + design.component.extraArguments,
      ports: ["http": Self.port],
      // For receivers that say `proxy_from_environment`.
      environment: site.wayOut,
      readiness: probe("/-/ready", port: "http", everySeconds: 5, failures: 20),
      liveness: probe("/-/healthy", port: "http", everySeconds: 30, failures: 8),
      resources: design.component.resources.json,
      mounts: [Self.data, Self.configuration],
    )
  }
}
