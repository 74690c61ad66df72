import JSON

/// What a cluster with a sidecar notices of itself.
enum SidecarAlerts {
  static let group = AlertRule.group("fedctl-cluster", [uploadFails, detached, targetDown])

  /// The job by which Prometheus scrapes the sidecar in its own pod.
  static let job = "thanos-sidecar"

  static let uploadFails = AlertRule(
    name: "SidecarUploadFails",
    expression: "increase(thanos_shipper_upload_failures_total{job=\"\(job)\"}[10m]) > 0",
    summary: "The sidecar cannot write to the bucket.",
    advice: """
      What is not uploaded when Prometheus' retention ends is lost: look at the log of the container \
      thanos-sidecar, the credentials and the bucket.
      """,
  )

  static let detached = AlertRule(
    name: "SidecarDetached",
    expression: "thanos_sidecar_prometheus_up{job=\"\(job)\"} == 0",
    summary: "The sidecar does not reach its Prometheus.",
    advice: "The hub gets nothing new from this cluster: look at the logs of both containers.",
  )

  static let targetDown = AlertRule(
    name: "TargetDown",
    expression: "up == 0",
    labels: ["severity": "warning"],
    summary: "{{ $labels.job }} at {{ $labels.instance }} does not answer.",
    advice: "Its metrics are missing for as long.",
  )
}
