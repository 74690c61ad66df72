import Diagnostics
import Facts
import JSON
import Testing

@testable import Fleet

/// Fleets whose hub reads from the clusters, and what belongs to one topology alone.
@Suite struct FederateReadTests {
  private func words(_ reading: FleetReading) -> [String] {
    reading.diagnostics.map { [$0.summary, $0.detail, $0.remedy ?? ""].joined(separator: " | ") }
  }

  @Test func `a small file has every default filled in`() throws {
    let fleet = try #require(Sample.readFederate().fleet)
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
    let cluster = try #require(Sample.read().fleet?.clusters.first)
    #expect(cluster.writer?.prometheusOperator.package == "prometheus")
  }

  @Test(arguments: [
    (
      "kubernetes", "name: hub", "name: a, openshiftVersion: '4.18'",
      "key of another topology | `openshiftVersion` has a meaning only in a fleet with `topology: receive` or `topology: collector`. | Leave it out, or change the fleet's topology.",
    ),
    (
      "kubernetes", "querier: {}", "name: a",
      "key of another topology | `querier` has a meaning only in a fleet with `topology: receive`, `topology: sidecar` or `topology: collector`. | Leave it out, or change the fleet's topology.",
    ),
    (
      "openshift", "name: hub", "name: a",
      "not supported | The platform `openshift` is not supported with `topology: federate`: behind a load balancer its Prometheus would have no guard but the network; `topology: receive` has one. | Use `kubernetes`.",
    ),
    (
      "kubernetes", "prometheus: {replicas: 2}", "name: a",
      "invalid value | `replicas` must be 1: Grafana would ask now one, now the other, and they never agree. | ",
    ),
    (
      "kubernetes", "name: hub", "name: a, prometheus: {replicas: 2}",
      "invalid value | `replicas` must be 1: the load balancer would mix the samples of two. | ",
    ),
    (
      "kubernetes", "name: hub", "name: a, federate: {match: ['{__name__=~\".+\"}']}",
      "federates everything | `{__name__=~\".+\"}` selects every series of the cluster. | Name the metrics that the hub needs, as in `{__name__=~\"cluster:.*\"}`.",
    ),
    (
      "kubernetes", "name: hub", "name: a, loadBalancer: {sourceRanges: [10.0.0.0]}",
      "invalid value | `10.0.0.0` is not a network in CIDR notation. | Write it as `10.0.0.0/8`, and a single address as `192.0.2.7/32`.",
    ),
    (
      "kubernetes", "name: hub", "name: a, loadBalancer: {internal: false}",
      "open to the internet | With `internal: false` and no `sourceRanges`, everybody may query this Prometheus. | Name the networks of the hub in `sourceRanges`, or leave `internal` out.",
    ),
    (
      "kubernetes", "name: hub",
      "name: a, loadBalancer: {internal: false, sourceRanges: [0.0.0.0/0]}",
      "open to the internet | `0.0.0.0/0` lets everybody query this Prometheus. | Name the networks of the hub.",
    ),
  ])
  func `what cannot work is refused, and what is doubtful is told`(
    platform: String,
    hub: String,
    cluster: String,
    expected: String,
  ) {
    let reading = Sample.readFederate(platform: platform, hub: hub, cluster: cluster)
    #expect(words(reading) == [expected])
  }

  @Test(arguments: [
    ("{path: a.yaml, url: 'https://example.com/a.yaml'}", "needs exactly one of `path` and `url`"),
    ("{}", "needs exactly one of `path` and `url`"),
    ("{url: 'https://example.com/a.yaml'}", "needs `sha256`"),
    ("{url: 'http://example.com/a.yaml', sha256: a}", "is no URL to download from"),
    ("{path: a.yaml, sha256: abc}", "is no SHA-256 digest"),
  ])
  func `a bundle is in one place, and one that is downloaded is known beforehand`(
    _ bundle: String,
    _ words: String,
  ) {
    let key = "prometheusOperator: {bundle: \(bundle)}"
    for reading in [
      Sample.readFederate(hub: key), Sample.readFederate(cluster: "name: a, \(key)"),
      Sample.readFederate(more: "defaults: {\(key)}"),
    ] {
      #expect(reading.fleet == nil)
      #expect(reading.diagnostics.contains { $0.detail.contains(words) }, "\(reading.diagnostics)")
    }
  }

  @Test
  func `where the operator comes from is known of each cluster, and there already unless told`()
    throws
  {
    #expect(try #require(Sample.readFederate().fleet).operatorBundles == [])
    let bundle = "prometheusOperator: {bundle: {path: a.yaml}}"
    let fleet = try #require(
      Sample.readFederate(
        hub: "prometheusOperator: existing",
        cluster: "name: a",
        more: "defaults: {\(bundle)}",
      ).fleet
    )
    #expect(fleet.operatorBundles == [OperatorBundle(place: .file("a.yaml"))])
  }

  @Test func `a bucket does not belong to federate, nor a load balancer to receive`() {
    let bucket = Sample.readFederate(more: "bucket: {name: metrics, region: us-east-2}")
    #expect(bucket.diagnostics.map(\.summary) == ["key of another topology"])
    let loadBalancer = Sample.read(cluster: "loadBalancer: {}")
    #expect(
      loadBalancer.diagnostics.map(\.detail)
        == [
          "`loadBalancer` has a meaning only in a fleet with `topology: federate` or `topology: sidecar`."
        ]
    )
  }

  @Test(arguments: ["topology: federte", "# no topology"])
  func `a topology that is misspelt or missing is the only problem`(line: String) {
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
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.detail.contains("topology") == true)
  }

  @Test func `what defaults open to the internet is told where they stand`() {
    let reading = Sample.readFederate(more: "defaults: {loadBalancer: {internal: false}}")
    #expect(reading.diagnostics.map(\.mark?.line) == [9])
  }

  @Test(arguments: ["10.0.0.0/8", "192.0.2.7/32", "0.0.0.0/0", "2001:db8::/32", "::/0"])
  func `a network is`(_ text: String) {
    #expect(TextForm.addressRange.complaint(text) == nil)
  }

  @Test(arguments: ["10.0.0.0/33", "10.0.0/8", "010.0.0.0/8", "256.0.0.0/8", "a/8", "::/129", "/8"])
  func `no network is`(_ text: String) {
    #expect(TextForm.addressRange.complaint(text) != nil)
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
    #expect(federate["platform"]?["enum"] == ["kubernetes"])
    #expect(federate["namespace"]?["default"] == "monitoring")
  }
}
