import JSON

extension Record {
  static let cluster = Record(
    noun: "a cluster",
    keys: identity + [.groupsOfCluster] + settings,
    absent: [
      "topology": .oneTopology
    ],
  )

  /// What can be said once for all clusters.
  static let defaults = Record(noun: "the defaults of clusters", keys: settings)

  /// What can be said once for the clusters of a group.
  static let groupSettings = Record(noun: "a group of clusters", keys: settings)

  private static let identity = [
    Key(
      "name",
      .text(.name),
      .required,
      "What plans and errors call it, and its `cluster` label.",
      starter: .set("cluster1"),
    ),
    Key(
      "context",
      .text(.nonEmpty),
      .optional,
      "Its context in the kubeconfig, where that is not called as the cluster is.",
      starter: .set("cluster1"),
      takesVariables: true,
    ),
    .server, .onHub,
  ]

  /// In the order in which the starter file has them; each stands with its subject.
  private static let settings: [Key] =
    Key.platforms(.optional) + [
      .maintenance, .openshiftVersion, .externalLabels, .usage, .mode, .platformMonitoring,
      .monitoringStack,
      .platformSeries,
      .remoteWrite,
      .hubFederation, .federateLoadBalancer, .sidecarIngress, .sidecarLoadBalancer,
      .serviceMonitors, .podMonitors,
      .scrapeJobs, .sampleApplication, .clusterRules, .clusterAlertmanagers, .collector,
      .receivePrometheus,
      .federatePrometheus, .sidecarPrometheus,
      .sidecar, .sidecarRole, .receiveOperator, Key.operatorSource(only: [.federate, .sidecar]),
    ] + Key.exporters(only: [.federate, .sidecar]) + Key.surroundings
}

extension Key {
  static let maintenance = Key(
    "maintenance",
    .flag,
    .standard(false),
    """
    Whether the cluster is away for a while: it is neither looked at nor changed, what the hub keeps for it stays, which is told and is no failure.
    """,
    example: true,
  )

  static let onHub = Key(
    "onHub",
    .flag,
    .standard(false),
    "Whether the cluster is the hub itself, of the same context: what it gets stands beside the hub's own.",
    example: true,
  )

  static let externalLabels = Key(
    "externalLabels",
    .map(keys: .metricLabel, values: .nonEmpty),
    .standard([:]),
    "Labels on every series of the cluster; `cluster` is added.",
    starter: .commentedOut(["stage": "prod"]),
    takesVariables: true,
  )
}
