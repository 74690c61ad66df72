import Fleet
import JSON
import Objects

/// Thanos query: one PromQL API over the bucket and whatever else the hub may ask.
extension ThanosSite {
  /// Guarded where there is a proxy, and else for the fleet's own pods alone.
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
        ports: [Thanos.queryPort],
      ),
      site.networkPolicy(
        part,
        opening: [
          ("web-proxy", to: .anyone), ("http", to: queriers), ("http", to: .apiServer),
        ],
      ),
      site.route(part.name, to: part.name, of: part),
    ]
  }

  /// Nobody but Grafana may ask, or what stands before the querier.
  private func openQuerier() -> [Manifest] {
    let part = Part.querier
    return [
      site.silentAccount(part.name, of: part),
      site.service(part.name, of: part, ports: [Thanos.queryPort]),
      site.networkPolicy(part, opening: [("http", to: queriers), ("http", to: .apiServer)]),
    ]
  }

  /// Who asks it past the guard.
  private var queriers: Visitors {
    let ruler: [Part] = design.ruler == nil ? [] : [.ruler]
    guard design.queryFrontend == nil else { return .pods(of: [.queryFrontend] + ruler) }
    return fleet.hub.grafanaVisitors(and: ruler)
  }

  private var querierGuard: OAuthGuard? {
    guard let proxy = design.oauthProxy else { return nil }
    // Whoever may see the Service in the fleet's namespace may query it.
    let review = AccessReview.seeing(service: Part.querier.name, in: namespace)
    return OAuthGuard(
      name: Part.querier.name,
      proxy: proxy,
      port: 9091,
      upstream: "http://127.0.0.1:10902",
      login: review,
      bearer: ["/": review],
    )
  }

  private var querierWorkload: Workload {
    let container = Thanos.container(
      .querier,
      design.querier,
      [
        "query",
        endpointsArgument,
      ] + replicaLabels.map { "--query.replica-label=\($0)" } + ["--query.auto-downsampling"],
      mounts: endpointMounts,
    )
    return Workload(
      .querier,
      design.querier,
      at: site,
      containers: [container] + [querierGuard?.container].compactMap(\.self),
      volumes: endpointVolumes + (querierGuard?.podVolumes ?? []),
    )
  }
}
