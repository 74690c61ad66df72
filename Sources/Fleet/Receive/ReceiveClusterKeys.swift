import JSON

extension Record {
  fileprivate static let writer = prometheus(
    retention: "24h",
    cpu: "200m",
    memory: "1Gi",
    disk: "20Gi",
    replicas: (1...2, .copies),
    version: .writersVersion,
  )

  fileprivate static let prometheusOperator = Record(
    noun: "the operator",
    keys: Key.fromOLM(
      package: "prometheus",
      channel: "beta",
      source: "community-operators",
      startingCSV: Standard.operatorCSV,
    ) + [.operatorBundle(.optional)],
  )
}

extension Key {
  static let receivePrometheus = section(
    "prometheus",
    .writer,
    "The Prometheus that writes to the hub.",
    only: [.receive],
  )

  static let receiveOperator = Key(
    "prometheusOperator",
    .record(.prometheusOperator),
    .standard([:]),
    "The operator that OLM installs on OpenShift, or that a `bundle` brings.",
    only: [.receive],
  )
}
