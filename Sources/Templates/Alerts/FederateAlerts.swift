import JSON
import Objects

/// What the hub notices by itself: a cluster that has fallen silent.
extension FederateSite {
  var alerts: Manifest {
    site.manifest(
      .prometheusRule,
      Part.hubPrometheus.name,
      of: .hubPrometheus,
      ["spec": AlertRule.groups("fedctl-clusters", [silent, empty])],
    )
  }

  private var silent: AlertRule {
    AlertRule(
      name: "ClusterSilent",
      expression: "up{job=\"\(Self.job)\"} == 0",
      summary: "The hub cannot read from cluster {{ $labels.cluster }}.",
      advice: """
        Its load balancer, {{ $labels.instance }}, does not answer: look at the Service and the \
        Prometheus behind it, and whether the network lets the hub through.
        """,
    )
  }

  private var empty: AlertRule {
    AlertRule(
      name: "ClusterSendsNothing",
      expression: "scrape_samples_scraped{job=\"\(Self.job)\"} == 0",
      summary: "Cluster {{ $labels.cluster }} answers the hub without any series.",
      advice: "None of the selectors matches: look at what its Prometheus scrapes.",
    )
  }
}
