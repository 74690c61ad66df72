import JSON
import Objects
import Templates
import TestSupport
import Testing

@testable import Fleet

/// What Prometheus' own tool says of rules of the user's own, as they are rendered.
@Suite(.waitsForPrograms, .enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"))
struct OwnRuleFileTests {
  @Test func `a cluster's Prometheus and the hub's ruler get rules that promtool accepts`() throws {
    let groups: [JSON] = [
      [
        "name": "shop", "interval": "1m", "limit": 10,
        "rules": [
          ["record": "shop:orders:rate5m", "expr": "sum(rate(orders_total[5m]))"],
          [
            "alert": "OrdersStand", "expr": "shop:orders:rate5m == 0", "for": "10m",
            "keep_firing_for": "5m", "labels": ["severity": "page"],
            "annotations": ["summary": "No orders on {{ $labels.cluster }}."],
          ],
        ],
      ]
    ]
    var fleet = Example.sidecar.fleet
    fleet.clusters[0].rules.groups = groups
    fleet.hub.design.ruler = Ruler(
      component: fleet.asking.querier,
      alertmanagers: [],
      rules: AddedRules(groups: groups),
    )
    let manifests = try render(fleet).manifests
    let rule = try #require(manifests.first { $0.reference.name == "own-rules" })
    #expect(rule.reference.cluster == "cluster1")
    #expect(rule.reference.kind == .prometheusRule)
    try Promtool.judge(["check", "rules"], rule.body["spec"] ?? .null)
    let files = try #require(
      manifests.first { $0.reference.name == "thanos-ruler-rules" }?.body["data"]?.objectValue
    )
    #expect(files.keys.sorted() == ["fleet.yaml", "own.yaml"])
    #expect(
      files["own.yaml"] == .string(JSON.object(["groups": .array(groups)]).text(.pretty) + "\n")
    )
  }

  @Test func `a ruler starts anew with other rules`() throws {
    var fleet = Example.sidecar.fleet
    fleet.hub.design.ruler = Ruler(component: fleet.asking.querier, alertmanagers: [])
    let before = try rulerPods(fleet)
    fleet.hub.design.ruler?.rules.groups = [["name": "shop", "rules": []]]
    #expect(try rulerPods(fleet) != before)
  }

  @Test func `the operator of a cluster that writes finds them`() throws {
    var fleet = Example.receive.fleet
    fleet.clusters[0].rules.groups = [["name": "shop", "rules": []]]
    #expect(try ownRules(fleet) == [.prometheusRule])
  }

  @Test func `the hub's Prometheus that reads from clusters finds its own`() throws {
    var fleet = Example.federate.fleet
    fleet.hub.design.rules?.groups = [["name": "shop", "rules": []]]
    let rules = try render(fleet).manifests.filter { $0.reference.name.hasSuffix("own-rules") }
    #expect(rules.map(\.reference.cluster) == [fleet.hub.name])
    #expect(rules.map(\.reference.name) == ["hub-prometheus-own-rules"])
    #expect(rules.map(\.reference.kind) == [.prometheusRule])
  }

  @Test func `a stack has them as the stack's kind`() throws {
    let stack = Sample.receive(cluster: "mode: stack")
    var fleet = try #require(Fleet.read(Array(stack.text.utf8), file: "fleet.yaml").fleet)
    fleet.clusters[0].rules.groups = [["name": "shop", "rules": []]]
    #expect(try ownRules(fleet) == [.stackRule])
  }

  private func ownRules(_ fleet: Fleet) throws -> [ResourceKind] {
    try render(fleet).manifests.filter { $0.reference.name == "own-rules" }.map(\.reference.kind)
  }

  private func rulerPods(_ fleet: Fleet) throws -> JSON? {
    try render(fleet).manifests
      .first { $0.reference.name == "thanos-ruler" && $0.reference.kind == .statefulSet }?
      .body["spec"]?["template"]
  }
}
