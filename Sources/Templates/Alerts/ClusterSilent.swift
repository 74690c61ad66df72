/// The alert of a cluster that has fallen silent, in the words of whoever notices.
enum ClusterSilent {
  private static let name = "ClusterSilent"

  /// Noticed by a Prometheus that reads from the clusters.
  static func unread(by job: String) -> AlertRule {
    AlertRule(
      name: name,
      expression: "up{job=\"\(job)\"} == 0",
      summary: "The hub cannot read from cluster {{ $labels.cluster }}.",
      advice: """
        Its load balancer, {{ $labels.instance }}, does not answer: look at the Service and the \
        Prometheus behind it, and whether the network lets the hub through.
        """,
    )
  }

  /// Noticed where nothing arrives of what is collected.
  ///
  /// A cluster that sends nothing has no series left to be below a threshold, so each is asked for
  /// by its name; and for what it measures, because a Prometheus that collects nothing any more goes
  /// on to send what it says of itself.
  /// - `series`: one that the cluster has as long as it measures anything.
  static func absent(_ cluster: String, _ series: String, _ known: Attribution) -> AlertRule {
    AlertRule(
      name: name,
      expression: "absent(\(series){\(known.matchers(of: cluster))})",
      labels: ["cluster": cluster],
      summary: "No metrics of cluster \(cluster) reach the hub.",
      advice: """
        Look at what its writer's log says of the hub, and whether its token or certificate has \
        expired or been revoked; `fedctl plan` shows what differs from the fleet file.
        """,
    )
  }
}
