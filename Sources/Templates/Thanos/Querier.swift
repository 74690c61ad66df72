import Fleet
import JSON
import Manifest

/// Thanos query: one PromQL API over the bucket and whatever else the hub may ask.
extension ThanosSite {
  func querier() -> [Manifest] {
    let workload = querierWorkload
    return (querierGuard.map(guardedQuerier) ?? openQuerier())
      + [querierEndpoints, workload.deployment()] + workload.disruptionBudget()
  }

  /// People log in at a proxy; Grafana, in the same namespace, asks without it.
  private func guardedQuerier(_ proxy: OAuthGuard) -> [Manifest] {
    let part = Part.querier
    return [
      site.interactiveAccount(proxy, route: part.name, of: part),
      site.authenticationDelegation(proxy, of: part),
      site.sessionSecret(proxy, of: part),
      site.guardedService(
        proxy,
        of: part,
        selector: site.selector(part),
        ports: [Self.grafanaAccess],
      ),
      site.networkPolicy(
        part,
        opening: [("web-proxy", to: .anyone), ("http", to: .pods(of: queriers))],
      ),
      site.route(part.name, to: part.name, of: part),
    ]
  }

  /// Who asks from within the fleet's namespace, without a login.
  private var queriers: [Part] { design.ruler == nil ? [.grafana] : [.grafana, .ruler] }

  /// Nobody else may ask.
  private func openQuerier() -> [Manifest] {
    let part = Part.querier
    let spec: JSON = ["selector": .map(site.selector(part)), "ports": [Self.grafanaAccess]]
    return [
      site.silentAccount(part.name, of: part),
      site.manifest(.service, part.name, of: part, ["spec": spec]),
      site.networkPolicy(part, opening: [("http", to: .pods(of: queriers))]),
    ]
  }

  private static let grafanaAccess = servicePort("grafana-access", 9090, target: "http")

  private var querierGuard: OAuthGuard? {
    guard let proxy = design.oauthProxy else { return nil }
    // Whoever may see the Service in the fleet's namespace may query it.
    let review = AccessReview(
      verb: "get",
      resource: "services",
      namespace: namespace,
      name: Part.querier.name,
    )
    return OAuthGuard(
      name: Part.querier.name,
      image: proxy.image,
      port: 9091,
      upstream: "http://127.0.0.1:10902",
      login: review,
      bearer: ["/": review],
    )
  }

  /// Where the querier looks; it reads the file again by itself.
  private var querierEndpoints: Manifest {
    let store = QueryEndpoint.pods(of: Part.storeGateway.name, in: namespace)
    let ruler = design.ruler.map { _ in QueryEndpoint.pods(of: Part.ruler.name, in: namespace) }
    let lines = ([store] + endpoints + [ruler].compactMap(\.self)).map {
      "- address: \($0.address)\n"
    }
    let data = JSON.map([Self.endpointsFile: "endpoints:\n" + lines.joined()])
    return site.manifest(.configMap, Self.endpointsFolder.volume, of: .querier, ["data": data])
  }

  private static let endpointsFolder = Mount(
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
        "--endpoint.sd-config-file=\(Self.endpointsFolder.path)/\(Self.endpointsFile)",
      ] + replicaLabels.map { "--query.replica-label=\($0)" } + ["--query.auto-downsampling"],
      mounts: [Self.endpointsFolder],
    )
    return Workload(
      .querier,
      design.querier,
      at: site,
      containers: [container] + [querierGuard?.container].compactMap(\.self),
      volumes: [configVolume(Self.endpointsFolder.volume, configMap: Self.endpointsFolder.volume)]
        + (querierGuard?.podVolumes ?? []),
    )
  }
}
