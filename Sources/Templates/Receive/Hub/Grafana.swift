import Fleet
import JSON
import Manifest

/// Grafana behind its proxy, with the querier as its source of data.
extension HubSite {
  func grafana() -> [Manifest] {
    let part = Part.grafana
    let workload = grafanaWorkload
    return [
      site.interactiveAccount(grafanaGuard, route: part.name, of: part),
      site.sessionSecret(grafanaGuard, of: part),
    ] + site.configMaps(of: grafanaConfiguration) + [
      site.guardedService(grafanaGuard, of: part, selector: site.selector(part)),
      site.networkPolicy(part, opening: [("web-proxy", to: .anyone)]),
      workload.deployment(),
    ] + workload.disruptionBudget() + [site.route(part.name, to: part.name, of: part)]
  }

  private var grafanaGuard: OAuthGuard {
    OAuthGuard(
      name: Part.grafana.name,
      image: design.oauthProxy.image,
      port: 3000,
      upstream: "http://127.0.0.1:3001",
      login: AccessReview(
        verb: "get",
        resource: "services",
        namespace: namespace,
        name: Part.grafana.name,
      ),
      bearer: [:],
      openPath: Self.healthPath,
    )
  }

  /// Grafana listens on loopback alone, so the kubelet asks through the proxy.
  private static let healthPath = "/api/health"

  private var grafanaWorkload: Workload {
    let configuration = grafanaConfiguration
    return Workload(
      .grafana,
      hub.grafana,
      at: site,
      containers: [grafanaContainer, grafanaGuard.container],
      volumes: configuration.files.map { configVolume($0.name, configMap: $0.name) }
        + grafanaGuard.podVolumes,
      configuration: configuration.text,
    )
  }

  private var grafanaContainer: Container {
    Container(
      name: Part.grafana.name,
      image: hub.grafana.image,
      arguments: hub.grafana.extraArguments,
      environment: GrafanaConfiguration.environment,
      readiness: probe(
        Self.healthPath,
        port: "web-proxy",
        scheme: "HTTPS",
        everySeconds: 5,
        failures: 20,
      ),
      resources: hub.grafana.resources.json,
      mounts: [Mount(volume: Workload.data, path: "/var/lib/grafana", isReadOnly: false)]
        + grafanaConfiguration.files.map { Mount(volume: $0.name, path: $0.path) },
    )
  }
}
