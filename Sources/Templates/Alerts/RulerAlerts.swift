/// What is noticed of the ruler, on which the alerts over all clusters stand.
enum RulerAlerts {
  /// - `isHeard`: whether there is an Alertmanager to tell; without one the ruler drops all alerts, which
  ///   is no news.
  static func all(isHeard: Bool) -> [AlertRule] {
    [failing, standing] + (isHeard ? [unsent] : [])
  }

  private static let job = "job=\"\(Part.ruler.name)\""

  private static let failing = AlertRule(
    name: "RuleEvaluationFailing",
    expression: """
      sum by (pod, rule_group) (rate(prometheus_rule_evaluation_failures_total{\(job)}[5m])) > 0
      """,
    summary: "{{ $labels.pod }} cannot evaluate rules of {{ $labels.rule_group }}.",
    advice: "Its alerts do not fire: look at its log, and at whether the querier answers.",
  )

  private static let standing = AlertRule(
    name: "RulesNotEvaluated",
    expression: """
      time() - max by (pod, rule_group) (prometheus_rule_group_last_evaluation_timestamp_seconds{\(job)}) \
      > 10 * max by (pod, rule_group) (prometheus_rule_group_interval_seconds{\(job)})
      """,
    summary:
      "{{ $labels.pod }} has not evaluated {{ $labels.rule_group }} for ten times its interval.",
    advice: "Its alerts do not fire: look at whether its evaluations take longer than they may.",
  )

  private static let unsent = AlertRule(
    name: "AlertsNotSent",
    expression: """
      sum by (pod) (rate(thanos_alert_sender_alerts_dropped_total{\(job)}[5m])) > 0 \
      or sum by (pod) (rate(thanos_alert_queue_alerts_dropped_total{\(job)}[5m])) > 0
      """,
    summary: "{{ $labels.pod }} cannot hand its alerts to an Alertmanager.",
    advice: "Nobody is told of what it notices: look at whether the Alertmanagers answer.",
  )
}
