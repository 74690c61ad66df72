import Fleet
import JSON
import Objects

/// What each cluster's Prometheus sums up and watches over; its alerts are series like any other.
extension AskedCluster {
  var rules: Manifest {
    let alerts = AlertRule.group("fedctl-cluster", [Self.uploading, Self.detached, Self.down])
    return site.manifest(
      .prometheusRule,
      Part.prometheus.name,
      of: .prometheus,
      ["spec": ["groups": [UsageRules.group(for: design.exporters), alerts]]],
    )
  }

  private static let uploading = AlertRule(
    name: "SidecarUploadFails",
    expression: "increase(thanos_shipper_upload_failures_total{job=\"\(sidecarJob)\"}[10m]) > 0",
    summary: "The sidecar cannot write to the bucket.",
    advice: """
      What is not uploaded when Prometheus' retention ends is lost: look at the log of the container \
      thanos-sidecar, the credentials and the bucket.
      """,
  )

  private static let detached = AlertRule(
    name: "SidecarDetached",
    expression: "thanos_sidecar_prometheus_up{job=\"\(sidecarJob)\"} == 0",
    summary: "The sidecar does not reach its Prometheus.",
    advice: "The hub gets nothing new from this cluster: look at the logs of both containers.",
  )

  private static let down = AlertRule(
    name: "TargetDown",
    expression: "up == 0",
    labels: ["severity": "warning"],
    summary: "{{ $labels.job }} at {{ $labels.instance }} does not answer.",
    advice: "Its metrics are missing for as long.",
  )
}
