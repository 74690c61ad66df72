/// The alert that always fires: whoever hears it no more knows that nothing else would be heard
/// either.
enum Watchdog {
  static let rule = AlertRule(
    name: "Watchdog",
    expression: "vector(1)",
    holds: "0s",
    labels: ["severity": "none"],
    summary: "Alerts of the hub are evaluated and sent.",
    advice: """
      Nothing is wrong. Have it sent to a service that tells you when it stops hearing from it.
      """,
  )
}
