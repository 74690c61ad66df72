import Fleet

/// What components use, side by side.
extension ComponentUse {
  /// The fleet's table, and for clusters that tell of their use two more.
  static func dashboards(
    of clusters: [ManagedCluster],
    _ known: Attribution = .label,
    from source: GrafanaSource,
    arrival: [Table.Column],
  ) -> [Dashboard] {
    let use = ComponentUse(of: clusters, known)
    return [FleetTable.dashboard(from: source, arrival: arrival, use)]
      + (use.map { [$0.versions(from: source), $0.baseline(from: source)] } ?? [])
  }

  /// The mean over the clusters of each release.
  private func versions(from source: GrafanaSource) -> Dashboard {
    let matchers = #"cluster=~"$cluster",namespace=~"$namespace""#
    // While a cluster is upgraded it may tell of two releases.
    let release = "topk by (cluster) (1, \(query(.version, FleetTable.chosen)))"
    return Dashboard(
      name: "versions",
      title: "Components by version",
      source: source,
      charts: all(matchers).map { use in
        Chart(
          title: use.title,
          query:
            "avg by (namespace, version) ((\(use.query)) * on (cluster) group_left (version) \(release))",
          legend: "{{namespace}} {{version}}",
          unit: use.unit,
        )
      },
      variables: [.any("cluster"), .any("namespace")],
    )
  }

  /// One cluster, and another that it is held against.
  private func baseline(from source: GrafanaSource) -> Dashboard {
    let both = #"cluster=~"$cluster|$baseline""#
    let components = all(both + #",namespace=~"$namespace""#).map { use in
      SharedCharts.byNamespace(use.title, use.query, unit: use.unit)
    }
    return Dashboard(
      name: "baseline",
      title: "A cluster and its baseline",
      source: source,
      charts: [
        perNode("CPU for each node", .cpu, both, unit: "cores"),
        perNode("Memory for each node", .memory, both, unit: "bytes"),
      ] + components,
      variables: [
        .one("cluster", of: "cluster"), .one("baseline", of: "cluster"), .any("namespace"),
      ],
    )
  }

  /// All components together, so that clusters of another size can be compared.
  private func perNode(
    _ title: String,
    _ measure: UsageMeasure,
    _ matchers: String,
    unit: String,
  ) -> Chart {
    Chart(
      title: title,
      query: "\(cluster("sum", measure, matchers)) / \(cluster("count", .cores, matchers))",
      legend: "{{cluster}}",
      unit: unit,
    )
  }
}
