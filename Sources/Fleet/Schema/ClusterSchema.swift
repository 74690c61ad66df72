import JSON

extension Record {
  static let cluster = Record(
    noun: "a cluster",
    keys: identity + settings,
    absent: [
      "topology": "the hub takes metrics in one way, so clusters of two topologies are two fleets"
    ],
  )

  /// What can be said once for all clusters.
  static let defaults = Record(noun: "the defaults of clusters", keys: settings)

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
      .required,
      "Its context in the kubeconfig.",
      starter: .set("cluster1"),
    ),
    .server,
  ]

  private static let settings: [Key] =
    Key.platforms(.optional) + [
      Key(
        "openshiftVersion",
        .text(.openshiftVersion),
        .optional,
        "Its minor release, in quotes. Permissions for all releases are rendered without it.",
        only: [.receive, .collector],
        starter: .commentedOut("4.18"),
      ),
      Key(
        "externalLabels",
        .map(keys: .metricLabel, values: .nonEmpty),
        .standard([:]),
        "Labels on every series of the cluster; `cluster` is added.",
        starter: .commentedOut(["stage": "prod"]),
      ),
      Key(
        "mode",
        .choice([ReceiveMode.operator, ReceiveMode.platform]),
        .standard(.string(ReceiveMode.operator)),
        """
        Which Prometheus writes to the hub: with `operator`, one that an operator runs for the \
        fleet; with `platform-remote-write`, OpenShift's own.
        """,
        only: [.receive],
        starter: .commentedOut(.string(ReceiveMode.operator)),
      ),
      Key(
        "platformMonitoring",
        .anything,
        .standard([:]),
        """
        The rest of `cluster-monitoring-config`, which fedctl keeps with `platform-remote-write`.
        """,
        only: [.receive],
      ),
      Key(
        "federate",
        .record(federate),
        .standard([:]),
        "What is taken from the platform's own Prometheus.",
        only: [.receive],
        starter: .commentedOut(["match": ["{__name__=\"up\"}"]]),
      ),
      Key(
        "federate",
        .record(federate),
        .standard([:]),
        "What the hub takes from the cluster's Prometheus.",
        only: [.federate],
        starter: .commentedOut(["match": ["{__name__=~\"job:.+\"}"]]),
      ),
      Key(
        "loadBalancer",
        .record(.loadBalancer),
        .standard([:]),
        "How the hub reaches the cluster's Prometheus.",
        only: [.federate],
        starter: .commentedOut(["sourceRanges": ["10.0.0.0/8"]]),
      ),
    ] + sidecarWaysIn + [
      Key(
        "serviceMonitors",
        .list(of: .record(serviceMonitor)),
        .standard([]),
        "Applications whose metrics are scraped.",
        only: [.receive, .federate, .sidecar],
        starter: .commentedOut([
          ["name": "web", "namespace": "shop", "selector": ["app": "web"], "port": "http"]
        ]),
      ),
      Key(
        "sampleApplication",
        .record(sampleApplication),
        .optional,
        "An application to try the fleet out with, in the namespace `reverse-words-app`.",
        only: [.receive, .federate, .sidecar],
        starter: .commentedOut([:]),
      ),
      Key(
        "collector",
        .record(.collector),
        .standard([:]),
        "What reads from the platform's Prometheus and writes to the hub.",
        only: [.collector],
        starter: .set(["image": "registry.example.com/metrics-collector:v2.12.0"]),
      ),
      .section("prometheus", writer, "The Prometheus that writes to the hub.", only: [.receive]),
      .section("prometheus", reader, "The Prometheus that the hub reads from.", only: [.federate]),
    ] + sidecarParts + [
      Key(
        "prometheusOperator",
        .record(prometheusOperator),
        .standard([:]),
        "The operator that OLM installs on OpenShift, or that a `bundle` brings.",
        only: [.receive],
      ),
      .operatorSource(only: [.federate, .sidecar]),
    ] + Key.exporters(only: [.federate, .sidecar])

  private static let federate = Record(
    noun: "`federate`",
    keys: [
      Key(
        "match",
        .list(of: .text(.seriesSelector)),
        .standard([]),
        "Series selectors; none means no federation.",
        only: [.receive],
      ),
      Key(
        "match",
        .list(of: .text(.seriesSelector)),
        .standard([]),
        "Series selectors; `up` and the usage of each namespace are taken without being named.",
        only: [.federate],
      ),
      Key(
        "interval",
        .text(.duration(from: "30s", below: "5m")),
        .standard("1m"),
        "How often, from 30s to less than 5m.",
      ),
    ],
  )

  private static let serviceMonitor = Record(
    noun: "a service monitor",
    keys: [
      Key("name", .text(.name), .required, "Its name."),
      Key("namespace", .text(.name), .required, "The namespace of the application's Service."),
      Key(
        "selector",
        .map(keys: .labelKey, values: .labelValue),
        .required,
        "Labels of the application's Service.",
      ),
      Key("port", .text(.nonEmpty), .required, "The name of the Service's port."),
      Key("path", .text(.metricsPath), .standard("/metrics"), "Where the metrics are."),
      Key("interval", .text(.duration), .standard("30s"), "How often they are scraped."),
    ],
  )

  private static let sampleApplication = component(
    "the sample application",
    image: "quay.io/mavazque/reversewords:ubi8",
    cpu: "10m",
    memory: "32Mi",
  )

  private static let writer = prometheus(
    retention: "24h",
    cpu: "200m",
    memory: "1Gi",
    disk: "20Gi",
    replicas: (1...2, "Prometheus replicas are copies of one another"),
  )

  private static let reader = prometheus(
    retention: "24h",
    cpu: "200m",
    memory: "1Gi",
    disk: "20Gi",
    replicas: (1...1, "the load balancer would mix the samples of two"),
  )

  private static let prometheusOperator = Record(
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
        .standard("prometheusoperator.v0.70.0"),
        "The pinned version, and the only one whose install plan is approved.",
      ),
      .operatorBundle(.optional),
    ],
  )
}

extension ReceiveMode {
  static let `operator` = "operator"
  static let platform = "platform-remote-write"
}
