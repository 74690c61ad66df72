import JSON

extension Record {
  /// The whole file.
  static let fleet = Record(
    noun: "a fleet",
    keys: [
      Key(
        "apiVersion",
        .choice(["fedctl.dev/v1alpha1"], later: []),
        .required,
        "The version of this format.",
        starter: .set("fedctl.dev/v1alpha1"),
      ),
      Key(
        "kind",
        .choice(["Fleet"], later: []),
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
        .choice(Topology.allCases.map(\.rawValue), later: ["sidecar", "federate", "collector"]),
        .required,
        "How metrics reach the hub: `receive` takes in what the clusters' Prometheus writes.",
        starter: .set("receive"),
      ),
      Key(
        "platform",
        .choice(Platform.allCases.map(\.rawValue), later: ["kubernetes"]),
        .required,
        "What kind of clusters they are.",
        starter: .set("openshift"),
      ),
      Key(
        "namespace",
        .text(.name),
        .standard("thanos"),
        "Where the fleet's objects live, on every cluster.",
        starter: .commentedOut("thanos"),
      ),
      Key("bucket", .record(.bucket), .required, "Where the metrics are kept.", starter: .section),
      Key(
        "hub",
        .record(.hub),
        .required,
        "The cluster that receives and queries.",
        starter: .section,
      ),
      Key(
        "defaults",
        .record(.defaults),
        .standard([:]),
        "Merged under every cluster: maps are merged, lists and values are replaced.",
        starter: .commentedOut(["federate": ["interval": "1m"]]),
      ),
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
        "JSON merge patches on rendered objects: the escape hatch.",
      ),
    ],
  )

  private static let patch = Record(
    noun: "a patch",
    keys: [
      Key("target", .record(target), .required, "Which objects it changes."),
      Key("merge", .anything, .required, "The merge patch (RFC 7386)."),
    ],
  )

  private static let target = Record(
    noun: "a patch's target",
    keys: [
      Key("kind", .text(.nonEmpty), .required, "Their kind."),
      Key("name", .text(.nonEmpty), .optional, "Their name; every name without it."),
      Key("cluster", .text(.nonEmpty), .optional, "Their cluster, by name; every one without it."),
    ],
  )
}
