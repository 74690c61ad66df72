import Foundation
import JSON
import Manifest
import Templates
import TestSupport
import Testing

/// What Prometheus' own tool says of what is rendered.
@Suite(.enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"))
struct PromtoolTests {
  @Test(arguments: [Example.federate, .sidecar])
  func `promtool accepts every configuration and its rules`(_ example: Example) throws {
    let manifests = try render(example.fleet).manifests
    for prometheus in manifests where prometheus.reference.kind == .prometheus {
      let operatorMade = try OperatorConfiguration(
        of: prometheus.reference.cluster,
        in: manifests,
        values: OperatorConfiguration.loopback(manifests),
      )
      // Tokens and certificates are there only in a pod.
      try promtool(["check", "config", "--syntax-only"], operatorMade.configuration())
      try promtool(["check", "rules"], operatorMade.rules)
    }
  }

  @Test(arguments: Example.examples)
  func `the dashboard's queries are PromQL`(_ example: Example) throws {
    let manifests = try render(example.fleet).manifests
    let dashboard = manifests.compactMap { $0.body["data"]?["clusters.json"]?.stringValue }.first
    let panels = try JSON(parsing: try #require(dashboard))["panels"]?.arrayValue ?? []
    let rules = panels.compactMap { $0["targets"]?[0]?["expr"]?.stringValue }.enumerated().map {
      ["record": .string("query:\($0)"), "expr": .string($1)] as JSON
    }
    #expect(!rules.isEmpty)
    try promtool(["check", "rules"], ["groups": [["name": "dashboard", "rules": .array(rules)]]])
  }

  private func promtool(_ arguments: [String], _ content: JSON) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yml")
    try Data(content.text(.pretty).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try Tool.output(of: "promtool", arguments + [file.path])
  }
}
