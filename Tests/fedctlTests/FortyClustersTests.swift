import Foundation
import TestSupport
import Testing

/// What an operator of forty clusters reads: each plan fits on one screen or two.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct FortyClustersTests {
  private static let names =
    (1...24).map { "prod-eu-\($0 < 10 ? "0" : "")\($0)" }
    + (1...16).map { "prod-us-\($0 < 10 ? "0" : "")\($0)" }

  private let first = Self.fleet(Self.names.map { (name: $0, context: $0) })

  /// A fleet file with the given clusters.
  private static func fleet(_ clusters: [(name: String, context: String)]) -> String {
    """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: prod-metrics
    topology: receive
    platform: openshift
    namespace: thanos
    bucket:
      name: prod-metrics
      region: us-east-2
      check: false
      credentials: {fromEnvironment: true}
    hub:
      context: hub
    clusters:

    """
      + clusters.map { cluster in
        """
          - name: \(cluster.name)
            context: \(cluster.context)
            externalLabels: {region: \(cluster.name.dropFirst(5).prefix(2))}

        """
      }.joined()
  }

  @Test func `plans of forty clusters are read on one screen or two`() throws {
    let sandbox = try Sandbox([
      "--contexts", (["hub"] + Self.names + ["prod-us-17"]).joined(separator: ","),
    ])
    let page = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID()).md")
    defer { try? FileManager.default.removeItem(at: page) }
    func plan(_ name: String, _ fleet: String) throws {
      let outcome = try sandbox.fedctl("plan", "--markdown-into", page.path, fleet: fleet)
      #expect(outcome.status == 0, "\(outcome.stderr)")
      let text = outcome.stdout.withoutChance
      #expect(try differenceFromGolden(text, at: "forty-clusters/\(name).txt") == nil)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= 200 })
      #expect(lines.count <= 80)
    }

    try plan("first", first)
    let outcome = try sandbox.fedctl("apply", "--yes", fleet: first)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    try plan("no-change", first)
    try plan(
      "version",
      first.replacing("hub:\n", with: "hub:\n  querier: {image: quay.io/thanos/thanos:v0.42.0}\n"),
    )
    // The same lines come for all, in texts that differ around them.
    try plan("label", first.replacing("{region", with: "{tier: gold, region"))
    let markdown = try String(contentsOf: page, encoding: .utf8)
    #expect(try differenceFromGolden(markdown, at: "forty-clusters/label.md") == nil)
    let forty = Self.names.map { (name: $0, context: $0) }
    try plan("added", Self.fleet(forty + [("prod-us-17", "prod-us-17")]))
    try plan("removed", Self.fleet(forty.dropLast()))
    try plan("renamed", Self.fleet(forty.dropLast() + [("prod-us-99", "prod-us-16")]))
    let dashboard = ["-n", "thanos", "get", "configmap/grafana-dashboard-clusters", "-o", "json"]
    let text = try sandbox.kubectl("hub", dashboard).stdout
    let byHand = ["apply", "--server-side", "--force-conflicts", "--field-manager", "kubectl-edit"]
    let edited = text.replacing("CPU by cluster", with: "cpu by cluster")
    try sandbox.kubectl("hub", byHand + ["-f", "-"], input: edited)
    try plan("dashboard-word", first)
  }
}
