import Facts
import JSON
import TestSupport
import Testing

@testable import Fleet

/// Rules of the user's own, in the fleet file and in files that it names.
@Suite struct OwnRuleTests {
  @Test func `groups are taken as they are, and expressions as text`() throws {
    let rules = try ownRules("groups: [{name: a, interval: 1m, rules: [{record: b, expr: 1}]}]")
    #expect(
      rules.groups == [
        ["name": "a", "interval": "1m", "rules": [["record": "b", "expr": "1"]]]
      ]
    )
  }

  @Test(
    arguments: [
      ("record: a, alert: b, expr: c", .table(.wrongChoice(of: "a rule", keys: kinds))),
      ("expr: c", .table(.wrongChoice(of: "a rule", keys: kinds))),
      ("record: a", .table(.missingKey("expr", of: "a rule"))),
      ("record: a, expr: ' '", .form(.query(" ", .empty))),
      ("record: a, expr: 'sum(b'", .form(.query("sum(b", .openBracket("(")))),
      ("record: a, expr: 'sum(b))'", .form(.query("sum(b))", .strayBracket(")")))),
      ("record: a, expr: 'b{c=\"d}'", .form(.query("b{c=\"d}", .openQuote))),
      ("record: a b, expr: c", .form(.metricName("a b"))),
      ("record: a, expr: c, for: 5m", .ruleGroup(.ofAlerts("for"))),
      ("alert: a, expr: c, for: soon", .form(.duration("soon"))),
      ("alert: a, expr: c, labels: {1: b}", .form(.metricLabel("1"))),
      ("alert: a, expr: c, sendTo: b", .table(.unknownKey("sendTo", of: "a rule", known: keys))),
    ] as [(String, FleetFact)]
  )
  func `what Prometheus would refuse is refused`(rule: String, expected: FleetFact) {
    #expect(facts("groups: [{name: g, rules: [{\(rule)}]}]") == [expected])
  }

  @Test(arguments: [
    "'sum by (a) (rate(b{c=\"}\",d=~`[(]`}[5m] offset 1h)) > 0'", "\"a # (\\n + b\"", "'\"\\\"(\"'",
    "vector(1)",
  ])
  func `expressions of Prometheus are taken`(query: String) {
    #expect(facts("groups: [{name: g, rules: [{record: a, expr: \(query)}]}]") == [])
  }

  @Test func `groups of one name are refused, wherever they stand`() {
    let doubled = "rules: {groups: [{name: g, rules: []}, {name: g, rules: []}]}"
    let taken = [FleetFact.ruleGroup(.nameTaken("g"))]
    for sample in [
      Sample.receive(cluster: "mode: operator, \(doubled)"),
      .receive(hub: "ruler: {\(doubled)}"),
      .sidecar(more: "defaults: {\(doubled)}"),
    ] {
      #expect(sample.reading.problems.map(\.fact) == taken)
    }
  }

  @Test func `rules without bound are refused`() {
    let query = String(repeating: "a + ", count: AddedRules.sizeLimit / 4) + "a"
    guard
      case .ruleGroup(.tooLarge(let size, let limit)) = facts(
        "groups: [{name: g, rules: [{record: a, expr: \(query)}]}]"
      ).first
    else {
      Issue.record("not refused")
      return
    }
    #expect(size > limit)
  }

  private static let shop =
    "serviceMonitors: [{name: m, namespace: shop, selector: {a: b}, port: c}]"

  @Test(
    arguments: [
      ("files: [b.yaml]", [.noNamespace]), ("groups: [{name: g, rules: []}]", [.noNamespace]),
      ("groups: []", []), ("files: [b.yaml], namespaces: [shop]", []),
      ("files: [b.yaml], namespaces: [shop, cart]", [.notScraped(namespace: "cart")]),
    ] as [(String, [RuleGroupProblem])]
  )
  func `OpenShift's own Prometheus takes rules for namespaces whose applications it scrapes`(
    _ rules: String,
    _ expected: [RuleGroupProblem],
  ) {
    let reading = Sample.receive(cluster: "\(Self.shop), rules: {\(rules)}").reading
    #expect(reading.problems.map(\.fact) == expected.map(FleetFact.ruleGroup))
  }

  @Test func `the sample application's namespace is one of them, and what defaults say counts`() {
    let reading = Sample.receive(
      cluster: "sampleApplication: {}, rules: {files: [b.yaml]}",
      more: "defaults: {rules: {namespaces: [reverse-words-app]}}",
    ).reading
    #expect(reading.problems == [])
    #expect(reading.fleet?.clusters[0].rules.namespaces == ["reverse-words-app"])
  }

  @Test func `what is said for several clusters is for those that it fits, and told of the others`()
  {
    let files = Sample.receive(
      cluster: "mode: operator",
      more: "defaults: {rules: {files: [b.yaml]}}",
    ).reading
    #expect(files.problems.map(\.fact) == [.ruleGroup(.noNamespace)])
    #expect(files.fleet != nil)
    let shop = "defaults: {rules: {files: [b.yaml], namespaces: [shop]}}"
    let named = Sample.receive(cluster: Self.shop, more: shop).reading
    #expect(named.problems == [])
  }

  @Test func `a Prometheus of the fleet's has no use for namespaces`() {
    let rules = "rules: {namespaces: [shop]}"
    let unused = [FleetFact.remoteWrite(.withoutEffect(key: "namespaces", mode: "platform"))]
    for mode in ["operator", "stack"] {
      let reading = Sample.receive(cluster: "mode: \(mode), \(rules)").reading
      #expect(reading.problems.map(\.fact) == unused)
    }
    let sidecar = Sample.sidecar(rules).reading.problems.map(\.fact)
    #expect(sidecar == [.table(.foreignKey("namespaces", topologies: [.receive]))])
  }

  @Test func `the hub's Prometheus has rules where it reads from clusters`() throws {
    let named = "rules: {files: [b.yaml], groups: [{name: a, rules: []}]}"
    let fleet = try #require(Sample.federate(hub: "name: hub, \(named)").reading.fleet)
    #expect(fleet.ruleFiles == ["b.yaml"])
    let text = "groups:\n- name: b\n  rules: []\n"
    let whole = try fleet.adding(rules: Array(text.utf8), of: "b.yaml")
    #expect(whole.hub.design.rules?.names == ["a", "b"])
    let doubled = "rules: {groups: [{name: g, rules: []}, {name: g, rules: []}]}"
    let taken = Sample.federate(hub: "name: hub, \(doubled)").reading.problems.map(\.fact)
    #expect(taken == [.ruleGroup(.nameTaken("g"))])
  }

  @Test(arguments: [
    "groups:\n- name: b\n  rules: []\n",
    "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n  groups:\n  - {name: b, rules: []}\n",
  ])
  func `a file's groups come after those of the fleet file, wherever it is named`(text: String)
    throws
  {
    let named = "rules: {files: [b.yaml], groups: [{name: a, rules: []}]}"
    let fleet = try #require(
      Sample.receive(hub: "ruler: {rules: {files: [b.yaml]}}", cluster: "mode: operator, \(named)")
        .reading.fleet
    )
    #expect(fleet.ruleFiles == ["b.yaml"])
    let whole = try fleet.adding(rules: Array(text.utf8), of: "b.yaml")
    #expect(whole.clusters.map { $0.rules.names } == [["a", "b"], []])
    #expect(whole.hub.design.ruler?.rules.names == ["b"])
  }

  @Test(
    arguments: [
      ("", nil, .ruleGroup(.emptyFile("b.yaml"))),
      ("rules: []\n", 1, .table(.unknownKey("rules", of: "a file of rules", known: ["groups"]))),
      ("groups:\n- name: a\n  rules: []\n", 2, .ruleGroup(.nameTaken("a"))),
      (
        "groups:\n- name: b\n  rules:\n  - {record: c, expr: (d}\n", 4,
        .form(.query("(d", .openBracket("("))),
      ),
    ] as [(String, Int?, FleetFact)]
  )
  func `what is wrong in a file is told with its place there`(
    text: String,
    line: Int?,
    expected: FleetFact,
  ) throws {
    let named = "rules: {files: [b.yaml], groups: [{name: a, rules: []}]}"
    let fleet = try #require(
      Sample.receive(cluster: "mode: operator, \(named)").reading.fleet
    )
    let problem = #expect(throws: FleetProblem.self) {
      try fleet.adding(rules: Array(text.utf8), of: "b.yaml")
    }
    #expect(problem?.fact == expected)
    #expect(problem?.mark?.line == line)
    #expect(problem?.mark?.file == line.map { _ in "b.yaml" })
  }

  private static let kinds = ["record", "alert"]
  private static let keys = [
    "record", "alert", "expr", "for", "keep_firing_for", "labels", "annotations",
  ]

  private func ownRules(_ rules: String) throws -> AddedRules {
    try #require(
      Sample.receive(cluster: "mode: operator, rules: {\(rules)}").reading.fleet
    ).clusters[0].rules
  }

  private func facts(_ rules: String) -> [FleetFact] {
    Sample.receive(cluster: "mode: operator, rules: {\(rules)}").reading.problems.map(\.fact)
  }
}

extension AddedRules {
  fileprivate var names: [String?] { groups.map { $0["name"]?.stringValue } }
}
