import Templates

@testable import Fleet

extension AlertCase {
  private static let usage = "namespace:container_cpu_usage:sum"
  private static let tenant = "system:serviceaccount:thanos:cluster1-metrics"
  private static let other = "system:serviceaccount:thanos:cluster2-metrics"

  /// What is noticed of the clusters, on the hub and by themselves.
  static let clusters = onHub + byReading + byThemselves

  private static let onHub = [
    AlertCase(
      alert: "ClusterSilent",
      labels: "cluster=\"cluster1\"",
      broken: [
        "\(usage){cluster=\"cluster1\",tenant_id=\"\(tenant)\"}": "1x20 _x70",
        // What it says of itself, and what another gives out as its, do not count.
        "up{cluster=\"cluster1\",tenant_id=\"\(tenant)\"}": "1x90",
        "\(usage){cluster=\"cluster1\",tenant_id=\"\(other)\"}": "1x90",
      ],
      well: [["\(usage){cluster=\"cluster1\",tenant_id=\"\(tenant)\"}": "1x90"]],
    ),
    AlertCase(
      alert: "ClusterMisnamed",
      labels: "cluster=\"cluster1\"",
      broken: ["anything{cluster=\"cluster1\",tenant_id=\"\(other)\"}": "1x90"],
      well: [
        [
          "anything{cluster=\"cluster1\",tenant_id=\"\(tenant)\"}": "1x90",
          "anything{cluster=\"cluster2\",tenant_id=\"\(other)\"}": "1x90",
          // What the ruler works out has no tenant.
          "anything{cluster=\"cluster1\"}": "1x90",
        ]
      ],
    ),
    AlertCase(
      alert: "ClusterAlert",
      labels: "cluster=\"cluster1\",cause=\"FederationDown\",severity=\"critical\"",
      broken: [told("FederationDown"): "1x90"],
      well: [[told("SomebodyElses"): "1x90"]],
    ),
  ]

  private static func told(_ alert: String) -> String {
    "ALERTS{alertname=\"\(alert)\",alertstate=\"firing\",severity=\"critical\","
      + "cluster=\"cluster1\",tenant_id=\"\(tenant)\"}"
  }

  private static let byReading = [
    AlertCase(
      alert: "ClusterSilent",
      fleet: Example.federate.fleet,
      broken: ["up{job=\"federate\",cluster=\"cluster1\"}": "0x90"],
      well: [["up{job=\"federate\",cluster=\"cluster1\"}": "1x90"]],
    ),
    AlertCase(
      alert: "ClusterSendsNothing",
      labels: "cluster=\"cluster1\"",
      fleet: Example.federate.fleet,
      broken: ["up{job=\"federate\",cluster=\"cluster1\"}": "1x90"],
      well: [
        [
          "up{job=\"federate\",cluster=\"cluster1\"}": "1x90",
          "namespace:container_cpu_usage_seconds_total:sum_rate5m{cluster=\"cluster1\"}": "1x90",
        ],
        // Another alert's business.
        ["up{job=\"federate\",cluster=\"cluster1\"}": "0x90"],
      ],
    ),
    AlertCase(alert: "Watchdog", fleet: Example.federate.fleet, broken: [:]),
  ]

  private static let byThemselves = [
    AlertCase(
      alert: "FederationDown",
      fleet: Example.receive.fleet,
      cluster: "cluster1",
      broken: ["up{job=\"federate\"}": "0x90"],
      well: [["up{job=\"federate\"}": "1x90"]],
    ),
    AlertCase(
      alert: "SidecarDetached",
      fleet: Example.sidecar.fleet,
      cluster: "cluster1",
      broken: ["thanos_sidecar_prometheus_up{job=\"thanos-sidecar\"}": "0x90"],
      well: [["thanos_sidecar_prometheus_up{job=\"thanos-sidecar\"}": "1x90"]],
    ),
    AlertCase(
      alert: "TargetDown",
      fleet: Example.sidecar.fleet,
      cluster: "cluster1",
      broken: ["up{job=\"kubelet\"}": "0x90"],
      well: [["up{job=\"kubelet\"}": "1x90"]],
    ),
  ]
}
