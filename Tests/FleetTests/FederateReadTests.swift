import Facts
import JSON
import TestSupport
import Testing

@testable import Fleet

/// Fleets whose hub reads from the clusters, and what belongs to one topology alone.
@Suite struct FederateReadTests {
  @Test func `a small file has every default filled in`() throws {
    let fleet = try #require(Sample.federate().reading.fleet)
    #expect(fleet.topology == .federate)
    #expect(fleet.namespace == "monitoring")
    #expect(fleet.bucket == nil)
    guard case .federate(let design) = fleet.hub.design else {
      Issue.record("\(fleet.topology)")
      return
    }
    #expect(design.prometheus.retention == "15d")
    let cluster = try #require(fleet.clusters.first)
    #expect(cluster.platform == .kubernetes)
    guard case .federate(let read) = cluster.design else {
      Issue.record("\(cluster.design)")
      return
    }
    #expect(read.federate == Federate(match: [], interval: "1m"))
    #expect(
      read.loadBalancer
        == LoadBalancer(port: 9090, isInternal: true, sourceRanges: [], annotations: [:])
    )
  }

  @Test func `a fleet with receive has an operator to install`() throws {
    let cluster = try #require(Sample.receive().reading.fleet?.clusters.first)
    #expect(cluster.writer?.prometheusOperator.package == "prometheus")
  }

  @Test(
    arguments: [
      (
        "kubernetes", "name: hub", "name: a, openshiftVersion: '4.18'",
        .table(.foreignKey("openshiftVersion", topologies: [.receive, .collector])),
      ),
      (
        "kubernetes", "querier: {}", "name: a",
        .table(.foreignKey("querier", topologies: [.receive, .sidecar, .collector])),
      ),
      (
        "openshift", "name: hub", "name: a",
        .table(.unsupportedPlatform("openshift", topology: .federate, known: ["kubernetes"])),
      ),
      (
        "kubernetes", "prometheus: {replicas: 2}", "name: a",
        .table(.outOfRange(key: "replicas", allowed: 1...1, because: .neverAgree)),
      ),
      (
        "kubernetes", "name: hub", "name: a, prometheus: {replicas: 2}",
        .table(.outOfRange(key: "replicas", allowed: 1...1, because: .mixedSamples)),
      ),
      (
        "kubernetes", "name: hub", "name: a, federate: {match: ['{__name__=~\".+\"}']}",
        .federate(.everything(selector: "{__name__=~\".+\"}")),
      ),
      (
        "kubernetes", "name: hub", "name: a, loadBalancer: {loadBalancerSourceRanges: [10.0.0.0]}",
        .form(.addressRange("10.0.0.0")),
      ),
      (
        "kubernetes", "name: hub", "name: a, loadBalancer: {internal: false}",
        .exposure(.open),
      ),
      (
        "kubernetes", "name: hub",
        "name: a, loadBalancer: {internal: false, loadBalancerSourceRanges: [0.0.0.0/0]}",
        .exposure(.everybody(range: "0.0.0.0/0")),
      ),
    ] as [(String, String, String, FleetFact)]
  )
  func `what cannot work is refused, and what is doubtful is told`(
    platform: String,
    hub: String,
    cluster: String,
    expected: FleetFact,
  ) {
    let reading = Sample.federate(platform: platform, hub: hub, cluster: cluster).reading
    #expect(facts(reading) == [expected])
  }

  @Test(
    arguments: [
      ("{path: a.yaml, url: 'https://example.com/a.yaml'}", .bundle(.notOnePlace)),
      ("{}", .bundle(.notOnePlace)),
      ("{url: 'https://example.com/a.yaml'}", .bundle(.digestMissing)),
      (
        "{url: 'http://example.com/a.yaml', sha256: a}",
        .form(.downloadURL("http://example.com/a.yaml")),
      ),
      ("{path: a.yaml, sha256: abc}", .form(.sha256("abc"))),
    ] as [(String, FleetFact)]
  )
  func `a bundle is in one place, and one that is downloaded is known beforehand`(
    _ bundle: String,
    _ expected: FleetFact,
  ) {
    let key = "prometheusOperator: {bundle: \(bundle)}"
    for reading in [
      Sample.federate(hub: key).reading, Sample.federate(cluster: "name: a, \(key)").reading,
      Sample.federate(more: "defaults: {\(key)}").reading,
    ] {
      #expect(reading.fleet == nil)
      #expect(facts(reading).contains(expected), "\(facts(reading))")
    }
  }

  @Test
  func `where the operator comes from is known of each cluster, and there already unless told`()
    throws
  {
    #expect(try #require(Sample.federate().reading.fleet).operatorBundles == [])
    let bundle = "prometheusOperator: {bundle: {path: a.yaml}}"
    let fleet = try #require(
      Sample.federate(
        hub: "prometheusOperator: existing",
        cluster: "name: a",
        more: "defaults: {\(bundle)}",
      ).reading.fleet
    )
    #expect(fleet.operatorBundles == [OperatorBundle(place: .file("a.yaml"))])
  }

  @Test func `a bucket does not belong to federate, nor a load balancer to receive`() {
    let bucket = Sample.federate(more: "bucket: {name: metrics, region: us-east-2}").reading
    #expect(
      facts(bucket)
        == [.table(.foreignKey("bucket", topologies: [.receive, .sidecar, .collector]))]
    )
    let loadBalancer = Sample.receive(cluster: "loadBalancer: {}").reading
    #expect(
      facts(loadBalancer)
        == [
          .table(.foreignKey("loadBalancer", topologies: [.federate, .sidecar]))
        ]
    )
  }

  @Test(
    arguments: [
      (
        "topology: federte",
        .table(
          .unknownValue("federte", key: "topology", known: Topology.allCases.map(\.rawValue))
        ),
      ),
      ("# no topology", .table(.missingKey("topology", of: "a fleet"))),
    ] as [(String, FleetFact)]
  )
  func `a topology that is misspelt or missing is the only problem`(
    line: String,
    expected: FleetFact,
  ) {
    let text = """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: edge
      \(line)
      platform: kubernetes
      hub: {context: hub}
      clusters: [{name: a, context: a, loadBalancer: {port: 443}}]
      """
    let reading = Fleet.read(Array(text.utf8), file: "fleet.yaml")
    #expect(reading.fleet == nil)
    #expect(facts(reading) == [expected])
  }

  @Test func `what defaults open to the internet is told where they stand`() {
    let reading = Sample.federate(more: "defaults: {loadBalancer: {internal: false}}").reading
    #expect(reading.problems.map(\.mark?.line) == [9])
  }

  @Test(arguments: ["10.0.0.0/8", "192.0.2.7/32", "0.0.0.0/0", "2001:db8::/32", "::/0"])
  func `a network is`(_ text: String) {
    #expect(TextForm.addressRange.flaw(text) == nil)
  }

  @Test(arguments: ["10.0.0.0/33", "10.0.0/8", "010.0.0.0/8", "256.0.0.0/8", "a/8", "::/129", "/8"])
  func `no network is`(_ text: String) {
    #expect(TextForm.addressRange.flaw(text) != nil)
  }

  @Test func `the JSON Schema asks of each topology what the reader does`() throws {
    let branches = try #require(Fleet.jsonSchema["allOf"]?.arrayValue)
    let required = branches.map { branch in
      let topology = branch["if"]?["properties"]?["topology"]?["const"]?.stringValue ?? ""
      return (topology, branch["then"]?["required"]?.arrayValue?.contains("bucket"))
    }
    #expect(
      Dictionary(required) { $1 } == [
        "receive": true, "federate": false, "sidecar": true, "collector": true,
      ]
    )
    let federate = try #require(branches.dropFirst().first?["then"]?["properties"])
    #expect(schema(federate["platform"])?["enum"] == ["kubernetes"])
    #expect(schema(federate["namespace"])?["default"] == "monitoring")
  }

  /// A part, or what it refers to.
  private func schema(_ part: JSON?) -> JSON? {
    guard let name = part?["$ref"]?.stringValue?.split(separator: "/").last else { return part }
    return Fleet.jsonSchema["$defs"]?[String(name)]
  }
}
