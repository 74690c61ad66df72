import Foundation
import TestSupport
import Testing

/// A fleet that moves from one topology to another with its clusters, in one apply.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct MoveTests {
  /// The same fleet as the examples have it, in one namespace and with the same clusters.
  private static func fleet(_ example: String) throws -> String {
    try ExampleFleet.unchecked(example)
      .replacing(#/namespace: (thanos|monitoring)\n/#, with: "namespace: metrics\n")
  }

  private let receive = """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: edge-metrics
    topology: receive
    platform: kubernetes
    namespace: metrics
    bucket: {name: edge-metrics, region: us-east-2, check: false}
    hub:
      context: hub
      ingress: {host: metrics.example.com, tls: {secret: web, authority: system}}
    clusters:
      - {name: cluster1, context: cluster1, externalLabels: {stage: prod, region: us-east-1}}
      - {name: cluster2, context: cluster2, externalLabels: {stage: test, region: eu-west-1}}
    """

  @Test func `from federate to receive, nothing goes before its successor is ready`() throws {
    let federate = try Self.fleet("federate-kubernetes")
    let sandbox = try Sandbox("--prometheus-operator")
    #expect(try sandbox.fedctl("apply", "--yes", fleet: federate).status == 0)
    // Receive mounts the certificate that somebody has to bring.
    try sandbox.makeCertificate("web", on: "hub", in: "metrics", authority: "a")
    try sandbox.forgetRequests()
    let moved = try sandbox.fedctl("apply", "--yes", "--max-deletes", "100", fleet: self.receive)
    #expect(moved.status == 0, "\(moved.stdout)\(moved.stderr)")

    let writes = try sandbox.requests().filter { !$0.isRead && $0.status < 300 }
    func last(_ method: String, _ path: String) throws -> Int {
      try #require(writes.lastIndex { $0.method == method && $0.path.contains(path) }, "\(path)")
    }
    func first(_ method: String, _ path: String) throws -> Int {
      try #require(writes.firstIndex { $0.method == method && $0.path.contains(path) }, "\(path)")
    }
    // The hub reads on until receive is there and every cluster writes to it.
    let receive = "/hub/apis/apps/v1/namespaces/metrics/statefulsets/thanos-receive"
    let succession = [
      try last("PATCH", receive), try last("PATCH", "prometheuses/federated-prometheus"),
    ]
    for way in ["prometheuses/hub-prometheus", "scrapeconfigs/"] {
      #expect(try first("DELETE", way) > succession.max() ?? 0, "\(way)")
    }
    // A cluster can be read from until it writes itself; another's progress is nothing to it.
    for cluster in ["/cluster1/", "/cluster2/"] {
      let api = "\(cluster)apis/monitoring.coreos.com/v1/namespaces/metrics/"
      let writer = try last("PATCH", api + "prometheuses/federated-prometheus")
      let service = "\(cluster)api/v1/namespaces/metrics/services/federated-prometheus"
      let gone = try first("DELETE", service)
      #expect(gone > writer, "\(cluster)")
      #expect(try gone > last("PATCH", receive), "\(cluster)")
    }
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: self.receive).status == 0)
    let back = try sandbox.fedctl("apply", "--yes", "--max-deletes", "100", fleet: federate)
    #expect(back.status == 0, "\(back.stdout)\(back.stderr)")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: federate).status == 0)
  }

  @Test func `a compactor in another namespace waits until the one before has gone`() throws {
    let before = try ExampleFleet.text
    let after = before.replacing("namespace: thanos\n", with: "namespace: metrics\n")
    let sandbox = try Sandbox()
    #expect(try sandbox.fedctl("apply", "--yes", fleet: before).status == 0)
    try sandbox.forgetRequests()
    let moved = try sandbox.fedctl("apply", "--yes", "--max-deletes", "100", fleet: after)
    #expect(moved.status == 0, "\(moved.stdout)\(moved.stderr)")
    let paths = try sandbox.requests().filter { !$0.isRead && $0.status < 300 }
      .filter { $0.path.contains("statefulsets/thanos-compact") }
    #expect(paths.map(\.method) == ["DELETE", "PATCH"])
    #expect(paths.last?.path.contains("/namespaces/metrics/") == true)
  }

  @Test func `a cluster under another name stays, and its old identity goes last`() throws {
    let before = try ExampleFleet.text
    let after = before.replacing("name: cluster1\n", with: "name: first\n")
    try #require(after != before)
    let sandbox = try Sandbox.withFleet()
    let plan = try sandbox.fedctl("plan", "--full", fleet: after)
    #expect(plan.status == 0, "\(plan.stdout)")
    #expect(plan.stdout.contains("\n  cluster1 -> first (renamed)\n"), "\(plan.stdout)")
    try sandbox.forgetRequests()
    let renamed = try sandbox.fedctl("apply", "--yes", fleet: after)
    #expect(renamed.status == 0, "\(renamed.stdout)\(renamed.stderr)")
    let writes = try sandbox.requests().filter { !$0.isRead && $0.status < 300 }
    #expect(writes.allSatisfy { $0.method != "DELETE" || $0.context == "hub" })
    let use = try #require(writes.lastIndex { $0.path.contains("/cluster1/") })
    let end = try #require(writes.firstIndex { $0.method == "DELETE" })
    #expect(end > use)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: after).status == 0)
  }
}
