import JSON

extension Key {
  /// Where a plain cluster's Prometheus operator comes from.
  ///
  /// Two operators on one object undo each other's work, so it is somebody else's unless the file
  /// brings one.
  static func operatorSource(only topologies: [Topology]) -> Key {
    Key(
      "prometheusOperator",
      .word("existing", or: .operatorSource),
      .standard("existing"),
      """
      The operator that runs Prometheus: `existing` is there already; {bundle: {path: bundle.yaml}} \
      installs one, for the fleet's namespace alone.
      """,
      only: topologies,
      starter: .commentedOut(["bundle": ["path": "prometheus-operator.yaml"]]),
    )
  }
}

extension Key {
  static func operatorBundle(_ presence: Presence) -> Key {
    Key(
      "bundle",
      .record(.bundle),
      presence,
      "Its objects in one file, the bundle.yaml of a release of prometheus-operator.",
    )
  }
}

extension Record {
  fileprivate static let operatorSource = Record(
    noun: "the operator",
    keys: [.operatorBundle(.required)],
  )

  fileprivate static let bundle = Record(
    noun: "a bundle",
    keys: [
      Key(
        "path",
        .text(.nonEmpty),
        .optional,
        "The file, relative to the fleet file's folder.",
      ),
      Key(
        "url",
        .text(.downloadURL),
        .optional,
        "Where it is downloaded from, once for each digest; redirects are followed.",
      ),
      Key(
        "sha256",
        .text(.sha256),
        .optional,
        "The digest that it must have; needed with `url`.",
      ),
    ],
  )
}
