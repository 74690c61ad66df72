import Fleet
import JSON
import Objects

/// Grafana on a hub, and how people get in.
struct Grafana {
  let site: Site
  let component: Component
  let design: GrafanaDesign
  /// The clusters' first: people see it when they come in.
  let dashboards: [Dashboard]

  /// People log in at OpenShift's proxy where there is one, and else with a password.
  ///
  /// A Grafana that is there already is told whom to ask, and nothing else.
  func manifests(behind proxy: GuardProxy?) -> [Manifest] {
    if let existing = design.existing {
      let sources = GrafanaSource.all(of: dashboards)
      return ExistingGrafanaSources(site: site, grafana: existing, sources: sources).manifests()
    }
    return proxy.map { GuardedGrafana(grafana: self, proxy: $0).manifests() }
      ?? PasswordGrafana(grafana: self).manifests()
  }

  /// - `access`: the part of `grafana.ini` that says where it listens and who may log in.
  func configuration(access: String) -> GrafanaConfiguration {
    GrafanaConfiguration(
      access: access,
      dashboards: dashboards,
      ownDashboards: design.dashboards,
    )
  }

  /// - `environment`: beside what says where the files are.
  func container(
    _ configuration: GrafanaConfiguration,
    ports: KeyValuePairs<String, Int64> = [:],
    environment: [JSON] = [],
    readiness: JSON,
  ) -> Container {
    Container(
      name: Part.grafana.name,
      image: component.image,
      arguments: component.extraArguments,
      ports: ports,
      environment: GrafanaConfiguration.environment + environment + site.wayOut,
      readiness: readiness,
      resources: component.resources.json,
      mounts: [Mount(volume: Workload.data, path: "/var/lib/grafana", isReadOnly: false)]
        + configuration.mounts,
    )
  }

  /// Its pods are replaced when a file of the configuration changes, for Grafana reads them once.
  func workload(
    _ configuration: GrafanaConfiguration,
    _ containers: [Container],
    volumes: [JSON] = [],
  ) -> Workload {
    Workload(
      .grafana,
      component,
      at: site,
      containers: containers,
      volumes: configuration.volumes + volumes,
      configuration: configuration.text,
      user: .grafana,
    )
  }

  /// What keeps its pod running: with a disk, one that the next pod finds again.
  func object(of workload: Workload) -> Manifest {
    component.storage == nil
      ? workload.deployment() : workload.statefulSet(service: Part.grafana.name)
  }

  /// Grafana answers here without login.
  static let healthPath = "/api/health"
}
