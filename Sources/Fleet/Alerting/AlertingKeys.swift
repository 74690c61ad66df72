import JSON
import YAML

extension Record {
  fileprivate static let alertmanager = component(
    "Alertmanager",
    image: Standard.alertmanager,
    cpu: "10m",
    memory: "64Mi",
    disk: "1Gi",
    replicas: (1...1, .ownDatabase),
    owned: ["config.file", "storage.path", "web.listen-address", "cluster.listen-address"],
    further: [
      Key(
        "configuration",
        .record(alertmanagerConfiguration),
        .required,
        "The Secret that says whom alerts go to: it is yours, in the fleet's namespace on the hub.",
      )
    ],
  )

  private static let alertmanagerConfiguration = Record(
    noun: "Alertmanager's configuration",
    keys: [
      Key("secret", .text(.dottedName), .required, "The Secret's name."),
      Key(
        "key",
        .text(.nonEmpty),
        .standard("alertmanager.yaml"),
        "Its key with the configuration, as Alertmanager reads it.",
      ),
    ],
  )
}

extension Shape {
  /// A URL says enough of one that anybody may tell of alerts.
  static let namedAlertmanagers = Shape.list(of: .short(.serviceURL, or: namedAlertmanager))

  private static let namedAlertmanager = Record(
    noun: "an Alertmanager",
    keys: [
      Key(
        "url",
        .text(.serviceURL),
        .required,
        "Where it is.",
        example: "https://alertmanager.example.com",
      )
    ] + Key.access,
    flaws: { node in
      Record.accessFlaws(node, encrypted: node["url"]?.isSecureURL) + otherThanBearer(node)
    },
  )

  /// Thanos and OpenShift's monitoring have no word for another than a bearer token.
  private static func otherThanBearer(_ node: Node) -> [FleetProblem] {
    guard let type = node["authorization"]?["type"], type.scalar?.text.lowercased() != "bearer"
    else { return [] }
    return [FleetProblem(.access(.otherThanBearer), at: type.mark)]
  }
}

extension Key {
  static let alertmanager = Key(
    "alertmanager",
    .record(.alertmanager),
    .optional,
    "An Alertmanager on the hub, for all that is noticed there.",
    starter: .commentedOut(["configuration": ["secret": "alertmanager"]]),
  )

  static let hubAlertmanagers = Key(
    "alertmanagers",
    .namedAlertmanagers,
    .standard([]),
    "Alertmanagers that are there already, for all that is noticed on the hub.",
  )

  static let clusterAlertmanagers = Key(
    "alertmanagers",
    .namedAlertmanagers,
    .standard([]),
    """
    Alertmanagers for what the cluster's own Prometheus notices; the hub's ruler tells of it too, as \
    soon as it hears.
    """,
    only: [.receive, .federate, .sidecar],
  )
}
