import Fleet

/// What the dashboard of a fleet with sidecars shows: nothing but what some cluster collects.
enum SidecarCharts {
  static func all(for exporters: [Exporters]) -> [Chart] {
    UsageCharts.all(for: exporters) + [upload, SharedCharts.alerts()]
  }

  /// Blocks are two hours long, so this climbs to two hours and falls.
  private static let upload = Chart(
    title: "Time since the last upload",
    query: Age.since(
      "thanos_objstore_bucket_last_successful_upload_time"
        + "{job=\"\(SidecarAlerts.job)\",cluster=~\"$cluster\"}"
    ),
    legend: "{{cluster}}",
    unit: "s",
  )
}
