import Fleet
import JSON
import Manifest

/// Thanos query behind its proxy: one PromQL API over receive and the bucket.
extension HubSite {
  func querier() -> [Manifest] {
    let part = Part.querier
    let workload = querierWorkload
    return [
      site.interactiveAccount(querierGuard, route: part.name, of: part),
      site.authenticationDelegation(querierGuard, of: part),
      site.sessionSecret(querierGuard, of: part),
      querierEndpoints,
      site.guardedService(
        querierGuard,
        of: part,
        selector: site.selector(part),
        ports: [servicePort("grafana-access", 9090, target: "http")],
      ),
      site.networkPolicy(
        part,
        opening: [("web-proxy", to: .anyone), ("http", to: .pods(of: [.grafana]))],
      ),
      workload.deployment(),
    ] + workload.disruptionBudget() + [site.route(part.name, to: part.name, of: part)]
  }

  private var querierGuard: OAuthGuard {
    // Whoever may see the Service in the fleet's namespace may query it.
    let review = AccessReview(
      verb: "get",
      resource: "services",
      namespace: namespace,
      name: Part.querier.name,
    )
    return OAuthGuard(
      name: Part.querier.name,
      image: design.oauthProxy.image,
      port: 9091,
      upstream: "http://127.0.0.1:10902",
      login: review,
      bearer: ["/": review],
    )
  }

  /// Where the querier looks; it reads the file again by itself.
  private var querierEndpoints: Manifest {
    let services = [Part.storeGateway.name, receivePods]
    let lines = services.map { "- address: dnssrv+_grpc._tcp.\($0).\(namespace).svc\n" }
    let data = JSON.map([Self.endpointsFile: "endpoints:\n" + lines.joined()])
    return site.manifest(.configMap, Self.endpoints.volume, of: .querier, ["data": data])
  }

  private static let endpoints = Mount(
    volume: "thanos-querier-endpoints",
    path: "/etc/thanos/endpoints",
  )
  private static let endpointsFile = "endpoints.yaml"

  private var querierWorkload: Workload {
    let container = Thanos.container(
      .querier,
      design.querier,
      [
        "query",
        "--endpoint.sd-config-file=\(Self.endpoints.path)/\(Self.endpointsFile)",
        // The platform's Prometheus pair, our collectors, and receive's pods.
        "--query.replica-label=prometheus_replica",
        "--query.replica-label=collector_replica",
        "--query.replica-label=receive_replica",
        "--query.auto-downsampling",
      ],
      mounts: [Self.endpoints],
    )
    return Workload(
      .querier,
      design.querier,
      at: site,
      containers: [container, querierGuard.container],
      volumes: [configVolume(Self.endpoints.volume, configMap: Self.endpoints.volume)]
        + querierGuard.podVolumes,
    )
  }
}
