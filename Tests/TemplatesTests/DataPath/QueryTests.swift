import Fleet
import JSON
import Objects
import Templates
import TestSupport
import Testing

/// Every expression that is rendered, by promtool's judgement.
@Suite(.waitsForPrograms, .enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"))
struct QueryTests {
  @Test(arguments: Example.variants)
  func `all rules and all queries of dashboards are PromQL`(_ example: Example) throws {
    let manifests = try render(example.fleet).manifests
    let queries = try manifests.queries
    // A Grafana that is there already has dashboards of its own.
    #expect(queries.isEmpty == (example.fleet.hub.grafanaDesign.existing != nil))
    let records = queries.enumerated().map {
      ["record": .string("query:\($0)"), "expr": .string($1)] as JSON
    }
    try Promtool.judge(
      ["check", "rules"],
      ["groups": [["name": "dashboards", "rules": .array(records)]]],
    )
    for cluster in example.clusters {
      try Promtool.judge(
        ["check", "rules"],
        manifests.filter { $0.reference.cluster == cluster }.rules,
      )
    }
  }
}

extension [Manifest] {
  /// Those of all dashboards.
  var panels: [JSON] {
    get throws {
      try flatMap(\.dashboards).flatMap { try JSON(parsing: $0)["panels"]?.arrayValue ?? [] }
    }
  }

  /// What they ask for.
  var queries: [String] {
    get throws {
      try panels.flatMap { $0["targets"]?.arrayValue ?? [] }
        .compactMap { $0["expr"]?.stringValue }
    }
  }

  /// All rules of one cluster, as one file.
  var rules: JSON {
    let groups = flatMap { manifest -> [JSON] in
      if manifest.reference.kind == .prometheusRule {
        return manifest.body["spec"]?["groups"]?.arrayValue ?? []
      }
      guard manifest.reference.name.hasSuffix("-rules") else { return [] }
      return manifest.files.flatMap { (try? JSON(parsing: $0.text))?["groups"]?.arrayValue ?? [] }
    }
    return ["groups": .array(groups)]
  }
}

extension Manifest {
  /// What a ConfigMap holds.
  fileprivate var files: [(name: String, text: String)] {
    (body["data"]?.objectValue ?? [:]).map { ($0.key, $0.value.stringValue ?? "") }
  }

  fileprivate var dashboards: [String] {
    files.filter { $0.name.hasSuffix(".json") }.map(\.text)
  }
}
