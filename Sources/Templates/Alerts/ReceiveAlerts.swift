/// What is noticed where clusters' samples come in.
enum ReceiveAlerts {
  /// - `parts`: receive, and the router where there is one.
  static func all(for parts: [Part]) -> [AlertRule] {
    let requests = #"\#(Ratio.jobs(parts)),handler="receive""#
    return [
      failing(requests), refusing(requests), slow(requests), replicationFailing, forwardingFailing,
      configurationBroken, uploadFailing, notUploading,
    ]
  }

  private static func failing(_ requests: String) -> AlertRule {
    AlertRule(
      name: "ReceiveFailing",
      expression: Ratio.of("http_requests_total", by: "job", requests, #"code=~"5..""#)
        + " > 0.01",
      summary: "{{ $labels.job }} cannot take one write in a hundred, or more.",
      advice: """
        The clusters send again for as long as they keep their samples. Look at its log: too few pods \
        for the copies, a full disk, or memory.
        """,
    )
  }

  /// What is refused is lost, and its cluster can only tell once something gets through again.
  private static func refusing(_ requests: String) -> AlertRule {
    AlertRule(
      name: "ReceiveRefuses",
      expression: """
        sum by (tenant, code) (rate(http_requests_total{\(requests),code=~"4.."}[5m])) > 0
        """,
      labels: AlertRule.warning,
      summary: "Samples of {{ $labels.tenant }} are refused with {{ $labels.code }}, and lost.",
      advice: """
        409 is samples that are too old or come twice, as from two that write the same; 413 and 429 \
        are receive's limits. What the proxy before it refuses never comes here: that cluster falls \
        silent.
        """,
    )
  }

  /// Receive gives a write up after five seconds, and observes no longer ones.
  private static func slow(_ requests: String) -> AlertRule {
    AlertRule(
      name: "ReceiveSlow",
      expression: Ratio.quantile("0.99", "http_request_duration_seconds", by: "job", requests)
        + " > 4",
      holds: "20m",
      labels: AlertRule.warning,
      summary: "One write in a hundred takes {{ $labels.job }} more than 4 s.",
      advice: "The clusters fall behind: look at its processor, its disk, and the pods behind it.",
    )
  }

  private static let replicationFailing = AlertRule(
    name: "ReceiveReplicationFailing",
    expression: Ratio.of("thanos_receive_replications_total", by: "job", #"result=~".+""#, failed)
      + " > 0.05",
    summary: "One sample in twenty, or more, does not get the copies that it should have.",
    advice: "A pod of receive is away or full: look at which one, before another goes.",
  )

  private static let forwardingFailing = AlertRule(
    name: "ReceiveForwardingFailing",
    expression: Ratio.of(
      "thanos_receive_forward_requests_total",
      by: "job",
      #"result=~".+""#,
      failed,
    ) + " > 0.2",
    labels: AlertRule.warning,
    summary: "One request in five, or more, between receive's pods fails.",
    advice: "Look at which of receive's pods does not answer the others.",
  )

  private static let failed = #"result="error""#

  private static let configurationBroken = AlertRule(
    name: "ReceiveConfigurationBroken",
    expression: "min by (job, pod) (thanos_receive_config_last_reload_successful) == 0",
    summary: "{{ $labels.pod }} cannot read who keeps which series, and goes on as before.",
    advice: "Its log says what is wrong with the hashring's file.",
  )

  private static let keepers = Ratio.jobs([.receive])

  private static let uploadFailing = AlertRule(
    name: "ReceiveUploadFailing",
    expression: """
      sum by (pod) (increase(thanos_shipper_upload_failures_total{\(keepers)}[30m])) > 0
      """,
    holds: "30m",
    summary: "{{ $labels.pod }} cannot upload blocks.",
    advice: """
      What is not uploaded when its retention ends is lost: look at its log, the credentials and the \
      bucket.
      """,
  )

  /// A block is done every two hours; a pod that has just started, or has nothing, has none.
  private static let notUploading = AlertRule(
    name: "ReceiveNotUploading",
    expression: """
      sum by (pod) (increase(thanos_shipper_uploads_total{\(keepers)}[4h])) == 0 \
      and sum by (pod) (prometheus_tsdb_head_series{\(keepers)}) > 0 \
      and max by (pod) (time() - process_start_time_seconds{\(keepers)}) > 14400
      """,
    summary: "{{ $labels.pod }} has samples, and has uploaded none of them for four hours.",
    advice: "Look at its log for the shipper, and at whether its disk is full.",
  )
}
