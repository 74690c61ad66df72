import Fleet
import JSON
import Objects

/// Thanos query-frontend: splits what Grafana asks by day, and remembers answers.
extension ThanosSite {
  /// Nothing for a hub that has none: then Grafana asks the querier.
  func queryFrontend() -> [Manifest] {
    guard let frontend = design.queryFrontend else { return [] }
    let part = Part.queryFrontend
    let workload = workload(of: frontend)
    return [
      site.silentAccount(part.name, of: part),
      site.service(part.name, of: part, ports: [Thanos.queryPort]),
      site.networkPolicy(part, opening: [("http", to: fleet.hub.grafanaVisitors())]),
      workload.deployment(),
    ] + workload.disruptionBudget()
  }

  /// Whom Grafana asks.
  var grafanaAsks: Part { design.queryFrontend == nil ? .querier : .queryFrontend }

  private func workload(of frontend: QueryFrontend) -> Workload {
    let container = Thanos.container(
      .queryFrontend,
      frontend.component,
      [
        "query-frontend",
        "--query-frontend.downstream-url=\(address(of: .querier))",
        "--query-range.response-cache-config=\(cache(of: frontend).text())",
      ],
      ports: ["http": 10902],
      mounts: [],
    )
    return Workload(
      .queryFrontend,
      frontend.component,
      at: site,
      containers: [container],
      volumes: [],
    )
  }

  /// Each pod has a cache of its own, which ends with it.
  private func cache(of frontend: QueryFrontend) -> JSON {
    ["type": "IN-MEMORY", "config": ["max_size": .string(frontend.cacheSize)]]
  }

  /// Where pods of the namespace ask.
  func address(of part: Part) -> String { "http://\(part.name).\(namespace).svc:9090" }
}
