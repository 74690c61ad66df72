import JSON
import YAML

extension Key {
  static let clusterRules = rules(
    """
    Recording and alerting rules of your own, for the cluster's Prometheus; their alerts go where its others go.
    """,
    .clusterRules,
    only: [.receive, .federate, .sidecar],
  )

  static let rulerRules = rules(overAll)

  static let hubRules = rules(overAll, only: [.federate])

  private static let overAll =
    "Recording and alerting rules of your own, over the metrics of all clusters."

  private static func rules(
    _ documentation: String,
    _ record: Record = .rules,
    only topologies: [Topology] = [],
  ) -> Key {
    Key(
      "rules",
      .record(record),
      .standard([:]),
      documentation,
      only: topologies,
      example: ["files": ["rules.yaml"]],
    )
  }
}

extension Record {
  fileprivate static let rules = Record(
    noun: "rules",
    keys: [
      Key(
        "files",
        .list(of: .text(.nonEmpty)),
        .standard([]),
        "Files as Prometheus reads them, or with a PrometheusRule, relative to the fleet file's folder.",
        example: ["rules.yaml"],
      ),
      groups(.standard([])),
    ],
  )

  /// OpenShift's own Prometheus has to be told for which applications they are.
  fileprivate static let clusterRules = Record(
    noun: rules.noun,
    keys: rules.keys + [
      Key(
        "namespaces",
        .list(of: .text(.name)),
        .standard([]),
        """
        With `mode: platform`, namespaces of monitored applications: OpenShift evaluates the rules over each by itself.
        """,
        only: [.receive],
        example: ["shop"],
      )
    ],
  )

  /// What a file of rules has.
  static let ruleFile = Record(noun: "a file of rules", keys: [groups(.required)])

  private static func groups(_ presence: Key.Presence) -> Key {
    Key(
      "groups",
      .list(of: .record(group)),
      presence,
      "Groups of rules, each evaluated in its order; no two have one name.",
      example: [
        [
          "name": "shop",
          "rules": [["record": "shop:orders:rate5m", "expr": "sum(rate(orders_total[5m]))"]],
        ]
      ],
    )
  }

  private static let group = Record(
    noun: "a group of rules",
    keys: [
      Key("name", .text(.nonEmpty), .required, "Its name.", example: "shop"),
      Key(
        "interval",
        .text(.duration),
        .optional,
        "How often it is evaluated; as often as all others without it.",
      ),
      Key(
        "limit",
        .count(0...1_000_000, because: .millionIsPlenty),
        .optional,
        "The most alerts or series of one rule; 0 is no limit.",
        example: 100,
      ),
      Key(
        "rules",
        .list(of: .record(rule)),
        .required,
        "What it records, and what it alerts of.",
        example: [["alert": "OrdersStand", "expr": "rate(orders_total[5m]) == 0", "for": "10m"]],
      ),
    ],
  )

  private static let rule = Record(
    noun: "a rule",
    keys: [
      Key("record", .text(.metricName), .optional, "The series that it makes."),
      Key("alert", .text(.nonEmpty), .optional, "The alert that it is.", example: "OrdersStand"),
      Key("expr", .text(.query), .required, "What is asked, in PromQL."),
      Key(
        "for",
        .text(.retention),
        .optional,
        "How long it holds before it fires.",
        example: "10m",
      ),
      Key(
        "keep_firing_for",
        .text(.retention),
        .optional,
        "How long it fires after it holds no more.",
        example: "5m",
      ),
      Key(
        "labels",
        .map(keys: .metricLabel, values: .any),
        .optional,
        "What the series or the alert bears besides.",
        example: ["severity": "page"],
      ),
      Key(
        "annotations",
        .map(keys: .metricLabel, values: .any),
        .optional,
        "What is told of the alert; templates are Prometheus'.",
        example: ["summary": "No orders from {{ $labels.namespace }}."],
      ),
    ],
    flaws: flaws,
  )

  /// It records or it alerts, and what belongs to alerts would keep Prometheus from reading the file.
  private static func flaws(_ rule: Node) -> [FleetProblem] {
    guard rule.pairs != nil else { return [] }
    let kinds = ["record", "alert"]
    guard kinds.count(where: { rule[$0] != nil }) == 1 else {
      return [FleetProblem(.table(.wrongChoice(of: "a rule", keys: kinds)), at: rule.mark)]
    }
    guard rule["record"] != nil else { return [] }
    return ["for", "keep_firing_for", "annotations"].compactMap { key in
      rule[key].map { FleetProblem(.ruleGroup(.ofAlerts(key)), at: $0.mark) }
    }
  }
}
