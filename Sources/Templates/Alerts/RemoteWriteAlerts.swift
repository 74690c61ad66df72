import JSON

/// What a cluster notices of its own way to the hub; the hub sees it in `ALERTS` as soon as the way
/// is open again.
enum RemoteWriteAlerts {
  /// - `federates`: whether it reads from OpenShift's own Prometheus.
  /// - `hasTargets`: whether its Prometheus writes to others, too, of which these alerts say nothing.
  static func group(federates: Bool, hasTargets: Bool) -> JSON {
    let ofHub = [failing, behind].map { hasTargets ? $0.ofHub : $0 }
    return AlertRule.group(
      "fedctl-remote-write",
      ofHub + (federates ? [federationDown] : []),
    )
  }

  /// What the hub refuses is lost: it is not sent again.
  static let failing = AlertRule(
    name: "RemoteWriteFailing",
    expression: "rate(prometheus_remote_storage_samples_failed_total[5m]) > 0",
    summary: "The hub refuses samples of this cluster, and they are lost.",
    advice: """
      Look at the log of Prometheus: 401 and 403 mean that the token has been revoked or has \
      expired, and `fedctl apply` hands out a new one; 409 and 413 are receive's own limits.
      """,
  )

  static let behind = AlertRule(
    name: "RemoteWriteBehind",
    expression: """
      max_over_time(prometheus_remote_storage_highest_timestamp_in_seconds[5m]) \
      - ignoring (remote_name, url) group_right \
      max_over_time(prometheus_remote_storage_queue_highest_sent_timestamp_seconds[5m]) > 600
      """,
    labels: ["severity": "warning"],
    summary: "Samples of this cluster reach the hub more than ten minutes late.",
    advice: """
      The hub does not answer or cannot keep up: look at its Route and at receive. Prometheus \
      keeps what it could not send for about two hours.
      """,
  )

  /// This way out is open while nothing comes in.
  static let federationDown = AlertRule(
    name: "FederationDown",
    expression: "up{job=\"\(federationJob)\"} == 0",
    summary: "OpenShift's own Prometheus cannot be read, so the hub gets nothing that it measures.",
    advice: """
      403 means that the account may not read it: `fedctl plan` shows what is missing. Otherwise look \
      at prometheus-k8s in openshift-monitoring, and at the time that a scrape takes.
      """,
  )

  /// The job by which a cluster's Prometheus reads OpenShift's own.
  static let federationJob = "federate"
}

extension AlertRule {
  /// The rule without what a Prometheus tells of other remote writes than that to the hub.
  fileprivate var ofHub: AlertRule {
    var rule = self
    rule.expression = expression.replacing(/prometheus_remote_storage_(?:samples_failed|queue)\w+/)
    {
      "\($0.output){remote_name=\"\(RemoteWriting.hub)\"}"
    }
    return rule
  }
}
