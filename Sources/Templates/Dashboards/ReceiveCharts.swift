/// What the dashboard of a fleet with receive shows.
enum ReceiveCharts {
  static let all =
    SharedCharts.usage(cpu: queries(PodRules.cpu), memory: queries(PodRules.memory)) + [
      SharedCharts.targetsUp, lag, SharedCharts.alerts,
    ]

  /// How far what has been sent is behind now, by what each cluster's own Prometheus says of
  /// itself.
  private static let lag = Chart(
    title: "Remote-write lag",
    query: "time() - max by (cluster) "
      + #"(prometheus_remote_storage_queue_highest_sent_timestamp_seconds{cluster=~"$cluster"})"#,
    legend: "{{cluster}}",
    unit: "s",
  )

  /// The platform's sums are of pods; so there is more to add up.
  private static func queries(_ rule: UsageRule) -> (byCluster: String, byNamespace: String) {
    (
      SharedCharts.sum(of: rule.name),
      "sum by (cluster, namespace) (\(SharedCharts.chosen(rule.name)))",
    )
  }
}
