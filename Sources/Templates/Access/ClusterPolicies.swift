import Fleet
import Objects

/// What of a managed cluster's pods may be reached, and by whom; everything else is closed.
///
/// The policies choose the fleet's own pods alone: an operator that somebody else has put into the
/// namespace is left as it is.
extension Site {
  /// The pods of the fleet's Prometheus, with the ports that are guarded, or must be open to the hub.
  ///
  /// - `ports`: by name; none where nobody asks it.
  func prometheusPolicies(opening ports: [String]) -> [Manifest] {
    let pods = operatorLabels(.prometheus)
    return [
      closedByDefault(),
      networkPolicy(
        .prometheus,
        selecting: pods,
        opening: ports.map { ($0, to: .anyone) },
      ),
    ]
  }

  /// What Prometheus scrapes, and what the API server asks.
  func exporterPolicies(_ exporters: Exporters) -> [Manifest] {
    let scraper = Visitors.chosen(operatorLabels(.prometheus), and: [])
    let scraped: [Part] =
      (exporters.nodeExporter == nil ? [] : [.nodeExporter])
      + (exporters.kubeStateMetrics == nil ? [] : [.kubeStateMetrics])
    let policies = scraped.map { networkPolicy($0, opening: [("metrics", to: scraper)]) }
    guard exporters.metricsServer != nil else { return policies }
    // The API server comes from wherever the control plane is, and shows a certificate.
    return policies + [networkPolicy(.metricsServer, opening: [("https", to: .anyone)])]
  }
}
