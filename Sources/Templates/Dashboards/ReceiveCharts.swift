/// What the dashboard of a fleet with receive shows.
enum ReceiveCharts {
  static let all =
    SharedCharts.usage(cpu: PlatformSeries.cpu.name, memory: PlatformSeries.memory.name) + [
      SharedCharts.targetsUp, lag, SharedCharts.alerts,
    ]

  /// How far what has been sent is behind now, by what each cluster's own Prometheus says of
  /// itself.
  private static let lag = Chart(
    title: "Remote-write lag",
    query: Age.since(
      #"prometheus_remote_storage_queue_highest_sent_timestamp_seconds{cluster=~"$cluster"}"#
    ),
    legend: "{{cluster}}",
    unit: "s",
  )
}
