import JSON

extension Record {
  fileprivate static let monitoring = Record(
    noun: "the hub's monitoring",
    keys: [
      Key(
        "mode",
        .choice(HubMonitoring.modes),
        .standard("own"),
        """
        Which Prometheus watches: with `own`, one that fedctl installs for it; with `existing`, one \
        that an operator runs on the hub, such as OpenShift's monitoring of user workloads.
        """,
      ),
      Key(
        "namespace",
        .text(.name),
        .optional,
        """
        Where the existing one's pods are: `\(ExistingMonitoring.openShift)` on OpenShift, and else \
        `\(ExistingMonitoring.kubernetes)`, without it.
        """,
      ),
      Key(
        "labels",
        .map(keys: .labelKey, values: .labelValue),
        .standard([:]),
        "By which the existing one chooses its monitors and rules, as `release: kube-prometheus-stack`.",
      ),
      Key("url", .text(.serviceURL), .optional, "Where Grafana asks the existing one."),
      .section("prometheus", .watcher, "The one that fedctl installs."),
    ],
  )

  private static let watcher = prometheus(
    retention: "15d",
    cpu: "50m",
    memory: "256Mi",
    disk: "10Gi",
    replicas: (1...1, .neverAgree),
    beside: [],
  )
}

extension Key {
  static let monitoring = Key(
    "monitoring",
    .record(.monitoring),
    .optional,
    "What watches over Thanos itself: nothing without it.",
    only: [.receive, .sidecar, .collector],
    starter: .commentedOut(["mode": "own"]),
  )
}
