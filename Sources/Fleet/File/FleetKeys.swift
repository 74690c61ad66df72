import JSON

extension Record {
  /// The whole file.
  static let fleet = Record(
    noun: "a fleet",
    keys: [
      Key(
        "apiVersion",
        .choice(["fedctl.dev/v1alpha1"]),
        .required,
        "The version of this format.",
        starter: .set("fedctl.dev/v1alpha1"),
      ),
      Key(
        "kind",
        .choice(["Fleet"]),
        .required,
        "Always Fleet.",
        starter: .set("Fleet"),
      ),
      Key(
        "name",
        .text(.name),
        .required,
        "The fleet's name, and the label of everything it owns.",
        starter: .set("edge-metrics"),
      ),
      Key(
        "topology",
        .choice(Topology.allCases.map(\.rawValue)),
        .required,
        """
        How metrics reach the hub: with `receive`, the clusters' Prometheus write to Thanos there; \
        with `federate`, the hub's Prometheus reads from theirs; with `sidecar`, theirs upload to the \
        bucket, and Thanos on the hub asks them for what is newer; with `collector`, a collector \
        beside each cluster's Prometheus writes to Thanos, and shows a certificate.
        """,
        starter: .set("receive"),
      ),
    ] + Key.platforms(.required, "What kind of clusters they are.") + [
      .include,
      namespace("thanos", only: [.receive, .collector]),
      namespace("monitoring", only: [.federate, .sidecar]),
      Key(
        "bucket",
        .record(.bucket),
        .required,
        "Where the metrics are kept.",
        only: [.receive, .sidecar, .collector],
        starter: .section,
      ),
    ] + Key.surroundings + [
      Key(
        "hub",
        .record(.hub),
        .required,
        "The cluster that gathers the metrics of all others and answers queries.",
        starter: .section,
      ),
      Key(
        "defaults",
        .record(.defaults),
        .standard([:]),
        "Merged under every cluster, and under its groups: maps are merged, lists and values are replaced.",
        starter: .commentedOut(["externalLabels": ["team": "edge"]]),
      ),
      .groups,
      Key(
        "clusters",
        .list(of: .record(.cluster)),
        .standard([]),
        "The clusters that are monitored.",
        starter: .section,
      ),
      Key(
        "patches",
        .list(of: .record(patch)),
        .standard([]),
        "Changes to rendered objects that no key makes: the escape hatch.",
        example: [
          [
            "target": ["kind": "Deployment", "name": "grafana"],
            "merge": ["metadata": ["annotations": ["example.com/owner": "metrics-team"]]],
          ]
        ],
      ),
      Key(
        "report",
        .record(.report),
        .standard([:]),
        "What `fedctl report` tells by itself; nothing is rendered from it.",
      ),
    ],
    hasExtensions: true,
  )

  private static func namespace(_ standard: String, only topologies: [Topology]) -> Key {
    Key(
      "namespace",
      .text(.name),
      .standard(.string(standard)),
      "Where the fleet's objects live, on every cluster.",
      only: topologies,
      starter: .commentedOut(.string(standard)),
      takesVariables: true,
    )
  }
}

/// What the table of keys says of the file as a whole.
enum FleetTable {
  /// The title of the JSON Schema.
  static let title = "The fleet file of fedctl"
}
