import JSON

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
    .list(of: .text(.serviceURL)),
    .standard([]),
    "Alertmanagers that are there already, for all that is noticed on the hub.",
  )

  static let clusterAlertmanagers = Key(
    "alertmanagers",
    .list(of: .text(.serviceURL)),
    .standard([]),
    """
    Alertmanagers for what the cluster's own Prometheus notices; the hub's ruler tells of it too, as \
    soon as it hears.
    """,
    only: [.receive, .federate, .sidecar],
  )
}
