import JSON
import Objects
import Plan
import Testing
import Text

/// Rules in a plan are told by group and name.
struct RuleDisplayTests {
  private func silent(_ cluster: String, after time: String = "10m") -> JSON {
    [
      "alert": "ClusterSilent", "expr": .string("up{cluster=\"\(cluster)\"} == 0"),
      "for": .string(time), "labels": ["cluster": .string(cluster), "severity": "critical"],
    ]
  }

  private let recorded: JSON = ["record": "a:sum", "expr": "sum(a)"]

  private func group(_ rules: [JSON], named name: String = "fleet", every interval: JSON = "1m")
    -> JSON
  {
    ["name": .string(name), "interval": interval, "rules": .array(rules)]
  }

  /// What is told of a ConfigMap whose text has the groups, signs before the lines.
  private func told(_ before: [JSON], _ after: [JSON]) throws -> [String] {
    let texts = [before, after].map { JSON.string((["groups": .array($0)] as JSON).text(.pretty)) }
    return try told(.configMap, ["data": ["r.yaml": texts[0]]], ["data": ["r.yaml": texts[1]]])
  }

  private func told(_ kind: ResourceKind, _ before: JSON, _ after: JSON) throws -> [String] {
    let old = manifest(kind, "r", before)
    let new = manifest(kind, "r", after)
    let plan = try planning(
      [new],
      live([old.reference: old.applied]),
      answers: [new.reference: .accepted(new.applied, conflicts: [])],
    )
    let change = try #require(plan[new.reference])
    let fields = change.displayed(hiding: SecretTexts([]), .plain).fields
    return fields.flatMap(\.rules).map { line in
      switch line.fate {
      case .added: "+ \(line.text)"
      case .removed: "- \(line.text)"
      case .kept, .gap: "  \(line.text)"
      }
    }
  }

  @Test func `a rule that comes or goes is one line, by the labels that tell it from others`()
    throws
  {
    let two = [silent("berlin"), recorded, silent("oslo")]
    let three = [silent("berlin"), recorded, silent("bern"), silent("oslo")]
    #expect(
      try told([group(two)], [group(three)]) == [
        "  group fleet", "+   alert ClusterSilent (cluster=bern)",
      ]
    )
    #expect(
      try told([group(three)], [group(two)]) == [
        "  group fleet", "-   alert ClusterSilent (cluster=bern)",
      ]
    )
    #expect(
      try told([group([])], [group([recorded])]) == ["  group fleet", "+   record a:sum"]
    )
  }

  @Test func `one that changes is told by its fields, whatever comes before it`() throws {
    let before = [silent("berlin"), silent("oslo")]
    let after = [silent("bern"), silent("berlin"), silent("oslo", after: "5m")]
    #expect(
      try told([group(before)], [group(after)]) == [
        "  group fleet", "+   alert ClusterSilent (cluster=bern)",
        "    alert ClusterSilent (cluster=oslo)", "-     for: 10m", "+     for: 5m",
      ]
    )
    // Its labels may be what changes.
    let other = ["record": "a:sum", "expr": "sum(a)", "labels": ["team": "x"]] as JSON
    #expect(
      try told([group([recorded])], [group([other])]) == [
        "  group fleet", "    record a:sum (team=x)", "+     labels.team: x",
      ]
    )
  }

  @Test func `groups come and go with their rules, and their own fields change`() throws {
    let own = group([recorded], named: "own")
    #expect(
      try told([group([recorded])], [group([recorded], every: "5m"), own]) == [
        "  group fleet", "-   interval: 1m", "+   interval: 5m", "+ group own", "+   record a:sum",
      ]
    )
    #expect(try told([own], []) == ["- group own", "-   record a:sum"])
  }

  @Test func `what is no more than another order, or no rules at all, is told by its lines`() throws
  {
    let rules = [silent("berlin"), recorded]
    #expect(try told([group(rules)], [group(rules.reversed())]).isEmpty)
    let text = { (text: JSON) -> JSON in ["data": ["r.yaml": text]] }
    #expect(try told(.configMap, text("groups: rules"), text("groups: [rules]")).isEmpty)
    let other: JSON = "namespace: a\ngroups: [{name: g, rules: [{record: a, expr: b}]}]\n"
    #expect(try told(.configMap, text(other), text("groups: []\n# rules\n")).isEmpty)
  }

  @Test func `a PrometheusRule is told so, too, and its other fields as ever`() throws {
    func rule(_ rules: [JSON]) -> JSON { ["spec": ["groups": [group(rules)]]] }
    #expect(
      try told(
        .prometheusRule,
        rule([silent("berlin"), silent("oslo")]),
        rule([silent("bern"), silent("oslo")]),
      ) == [
        "  group fleet", "+   alert ClusterSilent (cluster=bern)",
        "-   alert ClusterSilent (cluster=berlin)",
      ]
    )
  }
}
