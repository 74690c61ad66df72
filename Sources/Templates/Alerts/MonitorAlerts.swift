import JSON

/// What the Prometheus that watches over the hub notices of the way to people.
enum MonitorAlerts {
  static let group = AlertRule.group("fedctl-alerting", [Watchdog.rule, unsent, unheard])

  private static let unsent = AlertRule(
    name: "AlertsDropped",
    expression: "rate(prometheus_notifications_dropped_total[5m]) > 0",
    summary: "{{ $labels.pod }} cannot hand its alerts to an Alertmanager.",
    advice: "Look at whether the Alertmanagers that the fleet file names answer.",
  )

  private static let unheard = AlertRule(
    name: "NotificationsFailing",
    expression: "sum by (integration) (rate(alertmanager_notifications_failed_total[10m])) > 0",
    summary: "Alertmanager cannot reach people by {{ $labels.integration }}.",
    advice: "Its log says why: keys, addresses, or the network.",
  )
}
