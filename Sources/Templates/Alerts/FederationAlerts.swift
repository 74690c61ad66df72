import JSON

/// What a hub that reads from its clusters notices of them.
enum FederationAlerts {
  /// - `job`: by which the hub scrapes the clusters.
  static func group(job: String) -> JSON {
    AlertRule.group("fedctl-clusters", [ClusterSilent.unread(by: job), empty(job)])
  }

  private static func empty(_ job: String) -> AlertRule {
    AlertRule(
      name: "ClusterSendsNothing",
      expression: "scrape_samples_scraped{job=\"\(job)\"} == 0",
      summary: "Cluster {{ $labels.cluster }} answers the hub without any series.",
      advice: "None of the selectors matches: look at what its Prometheus scrapes.",
    )
  }
}
