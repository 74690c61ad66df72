/// What a cluster's own Prometheus notices, told where people are.
///
/// A cluster need not have an Alertmanager: its alerts reach the hub as series, and the hub tells of
/// them under one name.
enum ClusterAlert {
  static func rule(_ known: Attribution) -> AlertRule {
    let firing = "ALERTS{alertstate=\"firing\",alertname=~\"\(causes.joined(separator: "|"))\"}"
    let named = "label_replace(\(firing), \"cause\", \"$1\", \"alertname\", \"(.+)\")"
    return AlertRule(
      name: "ClusterAlert",
      expression: "max by (cluster, cause, severity) (\(known.attributed(named)))",
      holds: "1m",
      labels: ["severity": "{{ $labels.severity }}"],
      summary: "Cluster {{ $labels.cluster }} tells of itself: {{ $labels.cause }}.",
      advice: "Grafana shows since when; the cluster's PrometheusRule says what to look at.",
    )
  }

  /// Those of the fleet's own: what else a cluster watches over has an Alertmanager there.
  private static let causes = [
    RemoteWriteAlerts.failing, RemoteWriteAlerts.behind, RemoteWriteAlerts.federationDown,
    SidecarAlerts.uploadFails, SidecarAlerts.detached, SidecarAlerts.targetDown,
  ].map(\.name)
}
