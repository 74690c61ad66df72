import Fleet
import JSON
import Objects
import Templates
import TestSupport
import Testing

/// A host is made of a Route's name and its namespace, and one label of it has 63 characters at most.
@Suite struct RouteHostTests {
  @Test(arguments: ["receive-openshift", "receive-olm", "collector-openshift"])
  func `the longest namespace that a file may have just leaves room for the longest Route`(
    _ example: String
  ) throws {
    let text = try ExampleFleet.text(of: example)
    let fleets = (1...63).compactMap { length in
      let namespace = String(repeating: "n", count: length)
      let file = text.replacing("\nnamespace: thanos\n", with: "\nnamespace: \(namespace)\n")
      return Fleet.read(Array(file.utf8), file: "fleet.yaml").fleet
    }
    let fleet = try #require(fleets.last)
    #expect(fleets.count == fleet.namespace.utf8.count)
    let labels = try render(fleet).manifests
      .filter { $0.reference.kind == .route && $0.reference.namespace == fleet.namespace }
      .map { "\($0.reference.name)-\(fleet.namespace)".utf8.count }
    #expect(labels.max() == 63)
  }

  private func text(_ routes: String) throws -> String {
    try ExampleFleet.text(of: "receive-openshift").replacing(
      "  context: hub\n",
      with: "  context: hub\n  routes: {\(routes)}\n",
    )
  }

  @Test func `hosts of the file are those of the Routes, and no proxy is asked for them`() throws {
    let proxied = try text("receive: in.example.com, grafana: g.example.com").replacing(
      "hub:\n",
      with: "proxy: {https: 'http://proxy.example.com:3128', noProxy: [in.example.com]}\nhub:\n",
    )
    let fleet = try #require(Fleet.read(Array(proxied.utf8), file: "fleet.yaml").fleet)
    let manifests = try render(fleet).manifests
    let hosts = manifests.filter { $0.reference.kind == .route && $0.reference.cluster == "hub" }
      .map { "\($0.reference.name) \($0.body["spec"]?["host"]?.stringValue ?? "-")" }
    #expect(
      hosts.sorted() == [
        "grafana g.example.com", "thanos-querier -", "thanos-receive in.example.com",
      ]
    )
    let writers = manifests.filter { $0.reference.cluster != "hub" }.map { $0.body.text() }
    #expect(writers.contains { $0.contains("/api/v1/receive") || $0.contains("remoteWrite") })
    #expect(!writers.contains { $0.contains("proxyUrl") })
  }

  @Test func `a host leaves a longer namespace room`() throws {
    let long = try text("receive: in.example.com").replacing(
      "\nnamespace: thanos\n",
      with: "\nnamespace: \(String(repeating: "n", count: 60))\n",
    )
    #expect(Fleet.read(Array(long.utf8), file: "fleet.yaml").fleet != nil)
  }

  @Test func `no other platform has Routes`() throws {
    let text = try ExampleFleet.text(of: "receive-kubernetes").replacing(
      "  context: hub\n",
      with: "  context: hub\n  routes: {grafana: g.example.com}\n",
    )
    let reading = Fleet.read(Array(text.utf8), file: "fleet.yaml")
    #expect(reading.problems.map(\.fact) == [.hub(.noRoutes)])
  }
}
