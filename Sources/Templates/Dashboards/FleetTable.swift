import Fleet

/// One row a cluster: how its metrics arrive, and how large it is.
enum FleetTable {
  /// - `arrival`: the topology's columns, the age first.
  /// - `use`: nil where no cluster tells of it.
  static func dashboard(
    from source: GrafanaSource,
    arrival: [Table.Column],
    _ use: ComponentUse?,
  ) -> Dashboard {
    Dashboard(
      name: "fleet",
      title: "Fleet",
      source: source,
      table: Table(
        title: "Clusters now",
        row: (label: "cluster", title: "Cluster"),
        columns: arrival + (use.map(size) ?? []),
      ),
      charts: [],
      variables: [.any("cluster")],
    )
  }

  /// Matches the clusters that are chosen above the panels.
  static let chosen = #"cluster=~"$cluster""#

  private static func size(_ use: ComponentUse) -> [Table.Column] {
    [
      Table.Column("Release", use.query(.version, chosen), label: "version"),
      Table.Column(
        "Alerts",
        UsageMeasure.alerts(chosen, attributed: use.known.attributed),
        unit: "short",
      ),
      Table.Column("Nodes", use.cluster("count", .cores, chosen), unit: "short"),
      Table.Column("Pods", use.cluster("count", .memory, chosen), unit: "short"),
      Table.Column("Cores in use", use.cluster("sum", .cpu, chosen), unit: "short"),
      Table.Column("Memory in use", use.cluster("sum", .memory, chosen), unit: "bytes"),
      Table.Column("Series", use.cluster("sum", .series, chosen), unit: "short"),
    ]
  }
}
