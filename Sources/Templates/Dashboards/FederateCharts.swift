import Fleet

/// What the dashboard of a fleet with federate shows: nothing but what some cluster is asked for.
enum FederateCharts {
  /// - `job`: by which the hub scrapes the clusters.
  static func all(for exporters: [Exporters], job: String) -> [Chart] {
    UsageCharts.all(for: exporters) + [
      Chart(
        title: "Duration of federation",
        query: "scrape_duration_seconds{job=\"\(job)\",cluster=~\"$cluster\"}",
        legend: "{{cluster}}",
        unit: "s",
      )
    ]
  }
}
