import JSON

extension Record {
  static let hub = Record(
    noun: "the hub",
    keys: [
      Key("name", .text(.name), .standard("hub"), "What plans and errors call it."),
      Key(
        "context",
        .text(.nonEmpty),
        .required,
        "Its context in the kubeconfig. There is no fallback to the current one.",
        starter: .set("hub"),
      ),
      .server,
    ] + Key.platforms(.optional) + [
      Key(
        "token",
        .word("secret", or: token),
        .standard("secret"),
        """
        How a cluster's credential for the hub is made: `secret` does not expire and is revoked by \
        deleting it; {bound: {lifetime: 90d}} expires and is renewed by `fedctl apply`.
        """,
        only: [.receive],
        starter: .commentedOut("secret"),
      ),
      Key(
        "oauthProxy",
        .record(oauthProxy),
        .standard([:]),
        "The proxy that guards web ports.",
        only: [.receive, .collector],
      ),
      .section(
        "storeGateway",
        storeGateway,
        "Reads the bucket.",
        only: [.receive, .sidecar, .collector],
      ),
      .section(
        "certificates",
        certificates,
        "The certificates by which receive and the clusters know each other.",
        only: [.collector],
      ),
      Key(
        "kubeRBACProxy",
        .record(kubeRBACProxy),
        .standard([:]),
        "The proxy that guards receive where the platform has none of its own.",
        only: [.receive],
      ),
      Key(
        "ingress",
        .record(.receiveIngress),
        .optional,
        "How the clusters reach a hub that is not OpenShift's.",
        only: [.receive],
        starter: .sectionOn(.kubernetes),
      ),
      Key(
        "loadBalancer",
        .record(.loadBalancer),
        .optional,
        "The same without an Ingress: a load balancer of receive alone, which needs `tls`.",
        only: [.receive],
      ),
      Key(
        "loadBalancer",
        .record(.loadBalancer),
        .optional,
        "How the clusters reach a hub that is not OpenShift's.",
        only: [.collector],
        starter: .sectionOn(.kubernetes),
      ),
      .section("receive", receive, "Takes in what the clusters write.", only: [.receive]),
      .section(
        "receive",
        mutualReceive,
        "Takes in what the clusters write, and asks them for a certificate.",
        only: [.collector],
      ),
      .section(
        "compactor",
        compactor,
        "Compacts the bucket and enforces retention.",
        only: [.receive, .sidecar, .collector],
      ),
      .section("querier", querier, "Answers queries.", only: [.receive, .sidecar, .collector]),
      Key(
        "ruler",
        .record(ruler),
        .optional,
        "Alerts for a cluster that falls silent, over the metrics of all.",
        only: [.receive, .sidecar, .collector],
        starter: .commentedOut(["alertmanagers": ["http://alertmanager.example.com:9093"]]),
      ),
      Key(
        "userWorkloadMonitoring",
        .flag,
        .standard(false),
        "Whether OpenShift's monitoring of user workloads, switched on there, watches over Thanos.",
        only: [.receive, .collector],
        starter: .commentedOut(true),
      ),
      Key(
        "queryFrontend",
        .record(queryFrontend),
        .optional,
        "Stands before the querier: splits long queries by day and remembers answers.",
        only: [.receive, .sidecar, .collector],
        starter: .commentedOut([:]),
      ),
      .section(
        "prometheus",
        prometheus,
        "Reads from the clusters, keeps the metrics and answers queries.",
        only: [.federate],
      ),
      .operatorSource(only: [.federate]),
      .section("grafana", grafana, "Shows dashboards."),
    ],
  )

  private static let token = Record(
    noun: "a token policy",
    keys: [Key("bound", .record(bound), .required, "A token bound to a Secret.")],
  )

  private static let bound = Record(
    noun: "a bound token",
    keys: [
      Key("lifetime", .text(.duration(from: "1h")), .required, "How long it lives, from 1h.")
    ],
  )

  private static let certificates = Record(
    noun: "certificates",
    keys: [
      Key(
        "lifetime",
        .text(.duration(from: "1h", below: "2y")),
        .standard("90d"),
        "How long they live, from 1h; `fedctl apply` renews them when a third of that is left.",
      )
    ],
  )

  private static let oauthProxy = Record(
    noun: "the OAuth proxy",
    keys: [
      Key(
        "image",
        .text(.image),
        .standard("quay.io/openshift/origin-oauth-proxy:4.20"),
        "The image.",
      )
    ],
  )

  private static let kubeRBACProxy = Record(
    noun: "the proxy",
    keys: [
      Key(
        "image",
        .text(.image),
        .standard("quay.io/brancz/kube-rbac-proxy:v0.21.0"),
        "The image.",
      )
    ],
  )

  static let thanos = "quay.io/thanos/thanos:v0.42.4"

  private static let storeGateway = component(
    "the store gateway",
    image: thanos,
    cpu: "100m",
    memory: "512Mi",
    disk: "10Gi",
    owned: [
      "objstore.config", "objstore.config-file", "data-dir", "grpc-address", "http-address",
      "selector.relabel-config", "selector.relabel-config-file",
    ],
    further: [
      Key(
        "shards",
        .count(1...16, because: "16 are plenty"),
        .standard(1),
        "How many parts the bucket's blocks are dealt out to, each with `replicas` pods of its own.",
      )
    ],
  )

  private static let compactor = component(
    "the compactor",
    image: thanos,
    cpu: "100m",
    memory: "512Mi",
    disk: "50Gi",
    replicas: (1...1, "two compactors on one bucket destroy data"),
    owned: [
      "objstore.config", "objstore.config-file", "data-dir", "wait", "w",
      "retention.resolution-raw",
      "retention.resolution-5m", "retention.resolution-1h", "http-address", "downsampling.disable",
      "deduplication.replica-label", "compact.enable-vertical-compaction",
    ],
    further: [
      Key(
        "retention",
        .record(compactorRetention),
        .standard([:]),
        "How long samples of each resolution are kept; `0d` keeps them for ever.",
      ),
      Key(
        "downsampling",
        .flag,
        .standard(true),
        "Whether samples are also written in coarser resolutions, for queries over months.",
      ),
      Key(
        "deduplicate",
        .flag,
        .standard(false),
        """
        Whether the copies that `receive.replicationFactor` makes become one in the bucket; that \
        cannot be undone.
        """,
        only: [.receive],
      ),
    ],
  )

  private static let compactorRetention = Record(
    noun: "the compactor's retention",
    keys: [
      Key("raw", .text(.retention), .standard("0d"), "Samples as they came."),
      Key("fiveMinutes", .text(.retention), .standard("0d"), "One sample every five minutes."),
      Key("oneHour", .text(.retention), .standard("0d"), "One sample an hour."),
    ],
  )

  private static let querier = component(
    "the querier",
    image: thanos,
    cpu: "100m",
    memory: "256Mi",
    pods: 2,
    owned: [
      "endpoint.sd-config", "endpoint.sd-config-file", "query.replica-label",
      "query.auto-downsampling", "grpc-address", "http-address",
    ],
  )

  private static let ruler = component(
    "the ruler",
    image: thanos,
    cpu: "50m",
    memory: "128Mi",
    disk: "5Gi",
    owned: [
      "objstore.config", "objstore.config-file", "data-dir", "rule-file", "query", "label",
      "alertmanagers.url", "alertmanagers.config", "alertmanagers.config-file",
      "alert.label-drop", "grpc-address", "http-address",
    ],
    further: [
      Key(
        "alertmanagers",
        .list(of: .text(.serverURL)),
        .standard([]),
        "Where alerts are sent; without any they are only seen in Grafana.",
      )
    ],
  )

  private static let queryFrontend = component(
    "the query frontend",
    image: thanos,
    cpu: "100m",
    memory: "512Mi",
    owned: [
      "query-frontend.downstream-url", "query-range.response-cache-config",
      "query-range.response-cache-config-file", "http-address",
    ],
    further: [
      Key(
        "cacheSize",
        .text(.size),
        .standard("256Mi"),
        "How much memory answers are kept in, less than a pod may use.",
      )
    ],
  )

  private static let prometheus = prometheus(
    retention: "15d",
    cpu: "500m",
    memory: "2Gi",
    disk: "100Gi",
    replicas: (1...1, "Grafana would ask now one, now the other, and they never agree"),
  )

  private static let grafana = component(
    "Grafana",
    image: "docker.io/grafana/grafana:12.2.0",
    cpu: "50m",
    memory: "256Mi",
    replicas: (1...1, "its database is a file of one pod"),
    owned: ["config", "homepath"],
  )
}

extension Key {
  static let server = Key(
    "server",
    .text(.serverURL),
    .optional,
    "The API server that the context must lead to; anything else is refused.",
    starter: .commentedOut("https://api.example.com:6443"),
  )

  /// A part with its own keys, all of which have a value without being set.
  static func section(
    _ name: String,
    _ record: Record,
    _ documentation: String,
    only topologies: [Topology] = [],
  ) -> Key {
    Key(
      name,
      .record(record),
      .standard([:]),
      documentation,
      only: topologies,
      starter: .commentedOut([:]),
    )
  }
}
