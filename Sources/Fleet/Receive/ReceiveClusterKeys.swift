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
    keys: [
      Key("package", .text(.dottedName), .standard("prometheus"), "The OLM package."),
      Key("channel", .text(.nonEmpty), .standard("beta"), "Its channel."),
      Key("source", .text(.dottedName), .standard("community-operators"), "The catalogue."),
      Key(
        "sourceNamespace",
        .text(.name),
        .standard("openshift-marketplace"),
        "The catalogue's namespace.",
      ),
      Key(
        "startingCSV",
        .text(.dottedName),
        .standard(.string(Standard.operatorCSV)),
        "The pinned version, and the only one whose install plan is approved.",
      ),
      .operatorBundle(.optional),
    ],
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
