/// What the dashboard of a fleet with receive shows.
enum ReceiveCharts {
  static func all(_ known: Attribution) -> [Chart] {
    SharedCharts.usage(cpu: PlatformSeries.cpu.name, memory: PlatformSeries.memory.name, known) + [
      SharedCharts.targetsUp(known), lag(known), SharedCharts.alerts(known),
    ]
  }

  /// How far what has been sent is behind now, by what each cluster's own Prometheus says of
  /// itself.
  private static func lag(_ known: Attribution) -> Chart {
    Chart(
      title: "Remote-write lag",
      query: Age.since(
        #"prometheus_remote_storage_queue_highest_sent_timestamp_seconds{cluster=~"$cluster"}"#,
        known,
      ),
      legend: "{{cluster}}",
      unit: "s",
    )
  }
}
