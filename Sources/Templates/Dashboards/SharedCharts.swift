/// The panels that the dashboards of several topologies have.
enum SharedCharts {
  /// What a dashboard begins with, whatever series the topology has of it.
  ///
  /// - `cpu`, `memory`: what to draw for each namespace, in cores and in bytes.
  static func usage(
    cpu: (byCluster: String, byNamespace: String),
    memory: (byCluster: String, byNamespace: String),
  ) -> [Chart] {
    [
      Chart(
        title: "CPU by cluster",
        query: cpu.byCluster,
        legend: "{{cluster}}",
        unit: "cores",
      ),
      Chart(
        title: "Memory by cluster",
        query: memory.byCluster,
        legend: "{{cluster}}",
        unit: "bytes",
      ),
      byNamespace("CPU by namespace", cpu.byNamespace, unit: "cores"),
      byNamespace("Memory by namespace", memory.byNamespace, unit: "bytes"),
    ]
  }

  /// The same of series of which each cluster has one for each namespace.
  static func usage(cpu: String, memory: String, _ known: Attribution = .label) -> [Chart] {
    usage(cpu: queries(cpu, known), memory: queries(memory, known))
  }

  private static func queries(
    _ series: String,
    _ known: Attribution,
  ) -> (byCluster: String, byNamespace: String) {
    (sum(of: series, known), known.attributed(chosen(series)))
  }

  /// A panel with a line for each namespace of each cluster.
  static func byNamespace(_ title: String, _ query: String, unit: String) -> Chart {
    Chart(title: title, query: query, legend: "{{cluster}} {{namespace}}", unit: unit)
  }

  /// 0 as soon as one target of a job does not answer.
  static func targetsUp(_ known: Attribution = .label) -> Chart {
    Chart(
      title: "Targets up",
      query: "min by (cluster, job) (\(known.attributed(#"up{cluster=~"$cluster"}"#)))",
      legend: "{{cluster}} {{job}}",
      unit: "short",
    )
  }

  /// Those that fire, for each cluster by name.
  static func alerts(_ known: Attribution = .label) -> Chart {
    let firing = #"ALERTS{alertstate="firing",cluster=~"$cluster"}"#
    return Chart(
      title: "Alerts",
      query: "sum by (cluster, alertname) (\(known.attributed(firing)))",
      legend: "{{cluster}} {{alertname}}",
      unit: "short",
    )
  }

  /// A series of the chosen clusters, added up for each.
  static func sum(of series: String, _ known: Attribution = .label) -> String {
    "sum by (cluster) (\(known.attributed("\(series){cluster=~\"$cluster\"}")))"
  }

  /// A series of the chosen clusters and namespaces.
  static func chosen(_ series: String) -> String {
    "\(series){cluster=~\"$cluster\",namespace=~\"$namespace\"}"
  }
}
