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
