import JSON

/// What is noticed of the hub's own Thanos, whichever Prometheus watches over it.
///
/// Series bear the part as `job`, and the pod as `pod`.
enum ThanosAlerts {
  /// Groups of alerts about the parts that a hub has, and about no others.
  ///
  /// - `isHeard`: whether the ruler has an Alertmanager to tell.
  static func groups(for parts: [Part], isHeard: Bool) -> [JSON] {
    let takesIn = parts.filter { $0.component.hasPrefix("receive") }
    return [
      AlertRule.group(
        "fedctl-thanos",
        presence(of: parts) + [BucketAlerts.failing, BucketAlerts.slow],
      ),
      AlertRule.group("fedctl-compactor", CompactorAlerts.all),
      AlertRule.group("fedctl-queries", QueryAlerts.all(for: parts)),
    ]
      + (takesIn.isEmpty
        ? [] : [AlertRule.group("fedctl-receive", ReceiveAlerts.all(for: takesIn))])
      + (parts.contains(.ruler)
        ? [AlertRule.group("fedctl-ruler", RulerAlerts.all(isHeard: isHeard))] : [])
  }

  private static func presence(of parts: [Part]) -> [AlertRule] {
    [podDown(parts)] + parts.map(missing)
  }

  private static func podDown(_ parts: [Part]) -> AlertRule {
    AlertRule(
      name: "ThanosPodDown",
      expression: "up{\(Ratio.jobs(parts))} == 0",
      labels: AlertRule.warning,
      summary: "{{ $labels.pod }} does not answer.",
      advice: "Look at the pod: whether it runs, what its log says, and whether its node is well.",
    )
  }

  /// A part without any pod has no series left to be below a threshold.
  private static func missing(_ part: Part) -> AlertRule {
    AlertRule(
      name: "ThanosPartMissing",
      expression: "absent(up{job=\"\(part.name)\"} == 1)",
      labels: ["part": part.name],
      summary: "No pod of \(part.name) answers.",
      advice:
        "`fedctl status` shows what is there and ready; the pods' events say why they do not run.",
    )
  }
}
