import JSON

/// What a hub that reads from its clusters notices of them.
enum FederationAlerts {
  /// - `job`: by which the hub scrapes the clusters.
  /// - `clusters`: by their `cluster` labels.
  static func group(job: String, clusters: [String]) -> JSON {
    AlertRule.group(
      "fedctl-clusters",
      [ClusterSilent.unread(by: job)] + clusters.map { empty($0, job) } + [Watchdog.rule],
    )
  }

  /// It is asked for what it measures, for `up` it has of itself in any case.
  private static func empty(_ cluster: String, _ job: String) -> AlertRule {
    let named = "cluster=\(JSON.string(cluster).text())"
    return AlertRule(
      name: "ClusterSendsNothing",
      expression: """
        absent(\(UsageRules.cpu.name){\(named)}) and on () up{job="\(job)",\(named)} == 1
        """,
      labels: ["cluster": cluster],
      summary: "Cluster \(cluster) answers the hub without anything that it measures.",
      advice: "Look at what its Prometheus scrapes, and whether it evaluates its rules.",
    )
  }
}
