import JSON

extension Key {
  /// What can be said once for all that is on a cluster: at the top of the file for every cluster, and closer by for some.
  static let surroundings: [Key] = [images, proxy, placement, metadata]

  private static let proxy = Key(
    "proxy",
    .word("none", or: .proxy),
    .optional,
    """
    The web proxy by which pods reach what is outside of their cluster: Thanos its bucket, Prometheus and collectors the \
    hub, Grafana and Alertmanager whomever they ask; `none` for a cluster that needs none.
    """,
    example: ["https": "http://proxy.example.com:3128", "noProxy": [".example.com"]],
  )

  private static let placement = Key(
    "placement",
    .record(.placement),
    .optional,
    """
    Where pods run, unless a workload has a key of the same name, which then counts alone. The node \
    exporter, which runs on every node, takes the priority alone.
    """,
    example: ["nodeSelector": ["node-role.kubernetes.io/infra": ""]],
  )

  private static let metadata = Key(
    "metadata",
    .record(.metadata),
    .optional,
    "Labels and annotations of everything that the fleet has on a cluster; none takes the place of fedctl's own.",
    example: ["labels": ["example.com/team": "metrics"]],
  )
}

extension Record {
  fileprivate static let proxy = Record(
    noun: "the proxy",
    keys: [
      Key("http", .text(.proxyURL), .optional, "For what is asked by plain HTTP."),
      Key(
        "https",
        .text(.proxyURL),
        .optional,
        "For what is asked by HTTPS, as the hub and most buckets are. The proxy itself may be asked by either.",
      ),
      Key(
        "noProxy",
        .list(of: .text(.proxyException)),
        .standard([]),
        """
        What is reached without it: hosts, domains, addresses and networks. Whatever is within the cluster always is: its \
        Services, its API server and its node's own addresses.
        """,
        example: [".example.com", "10.0.0.0/8"],
        // To readers of YAML 1.1, `no` is false.
        formerly: "no",
      ),
    ],
    choice: .some,
  )

  fileprivate static let placement = Record(noun: "the placement", keys: placement([]))

  fileprivate static let metadata = Record(
    noun: "the metadata",
    keys: labelling(of: "every object, and of the pods that workloads make") + [
      Key(
        "namespaces",
        .record(
          Record(
            noun: "the namespaces' metadata",
            keys: labelling(of: "the namespaces that the fleet makes"),
          )
        ),
        .standard([:]),
        "What namespaces bear beside it, as a mesh, Argo CD or pod security wants it.",
      )
    ],
  )

  private static func labelling(of objects: String) -> [Key] {
    [
      Key(
        "labels",
        .map(keys: .userKey, values: .labelValue),
        .standard([:]),
        "Labels of \(objects).",
        example: ["example.com/team": "metrics"],
      ),
      Key(
        "annotations",
        .map(keys: .userKey, values: .any),
        .standard([:]),
        "Annotations of \(objects).",
      ),
    ]
  }
}
