import JSON

extension ReceiveMode {
  static let `operator` = "operator"
  static let platform = "platform"
  static let stack = "stack"
}

extension Key {
  /// Its standard value depends on the platform, so the table has none.
  static let mode = Key(
    "mode",
    .choice([ReceiveMode.platform, ReceiveMode.operator, ReceiveMode.stack]),
    .optional,
    """
    Which Prometheus writes to the hub: with `platform`, OpenShift's own, the standard there; \
    with `operator`, one that an operator runs for the fleet, as on every other platform; with `stack`, \
    one that OpenShift's Cluster Observability Operator runs.
    """,
    only: [.receive],
    starter: .commentedOut(.string(ReceiveMode.operator)),
  )

  static let platformMonitoring = Key(
    "platformMonitoring",
    .anything,
    .standard([:]),
    """
    What else the fleet wants in `cluster-monitoring-config` with `mode: platform`; what others have set \
    there stays.
    """,
    only: [.receive],
  )
}
