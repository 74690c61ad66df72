import JSON

extension ReceiveMode {
  static let `operator` = "operator"
  static let platform = "platform-remote-write"
}

extension Key {
  static let mode = Key(
    "mode",
    .choice([ReceiveMode.operator, ReceiveMode.platform]),
    .standard(.string(ReceiveMode.operator)),
    """
    Which Prometheus writes to the hub: with `operator`, one that an operator runs for the \
    fleet; with `platform-remote-write`, OpenShift's own.
    """,
    only: [.receive],
    starter: .commentedOut(.string(ReceiveMode.operator)),
  )

  static let platformMonitoring = Key(
    "platformMonitoring",
    .anything,
    .standard([:]),
    """
    The rest of `cluster-monitoring-config`, which fedctl keeps with `platform-remote-write`.
    """,
    only: [.receive],
  )
}
