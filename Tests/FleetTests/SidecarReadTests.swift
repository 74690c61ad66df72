import JSON
import TestSupport
import Testing

@testable import Fleet

/// Fleets whose clusters upload, and whose hub asks their sidecars.
@Suite struct SidecarReadTests {
  private func cluster(_ reading: FleetReading) throws -> SidecarCluster {
    let fleet = try #require(reading.fleet, "\(facts(reading))")
    guard case .sidecar(let design)? = fleet.clusters.first?.design else { throw NoSidecar() }
    return design
  }

  private struct NoSidecar: Error {}

  @Test func `a small file has every default filled in`() throws {
    let reading = Sample.sidecar().reading
    let design = try cluster(reading)
    #expect(reading.fleet?.namespace == "monitoring")
    #expect(reading.fleet?.bucket?.name == "metrics")
    #expect(design.prometheus.retention == "24h")
    #expect(design.sidecar.image == "quay.io/thanos/thanos:v0.42.4")
    #expect(design.role == nil)
    #expect(
      design.wayIn
        == .ingress(
          GRPCIngress(
            host: "a.example.com",
            controller: .alb(certificate: nil, isInternal: true),
            inboundRanges: [],
            annotations: [:],
          )
        )
    )
  }

  @Test func `a release of Thanos chooses the image`() throws {
    let design = try cluster(Sample.sidecar("sidecar: {version: v0.43.0}").reading)
    #expect(design.sidecar.image == "quay.io/thanos/thanos:v0.43.0")
  }

  @Test func `a load balancer takes the place of an ingress`() throws {
    let design = try cluster(Sample.sidecar(ingress: nil, "loadBalancer: {}").reading)
    #expect(
      design.wayIn
        == .loadBalancer(
          LoadBalancer(port: 10901, isInternal: true, sourceRanges: [], annotations: [:])
        )
    )
  }

  @Test func `what defaults say of the ingress is merged with what the cluster says`() throws {
    let defaults = "defaults: {ingress: {class: nginx, loadBalancerSourceRanges: [10.0.0.0/8]}}"
    let ingress = "host: a.example.com, tls: {secret: web, public: true}"
    let design = try cluster(Sample.sidecar(ingress: ingress, more: defaults).reading)
    guard case .ingress(let merged) = design.wayIn else {
      Issue.record("\(design.wayIn)")
      return
    }
    #expect(merged.inboundRanges == ["10.0.0.0/8"])
    #expect(merged.controller == .nginx(IngressCertificate(secret: "web", isPublic: true)))
  }

  @Test(
    arguments: [
      (
        String?.none, "name: a",
        .sidecar(.noWayIn),
      ),
      (
        "host: a.example.com", "name: a, loadBalancer: {}",
        .sidecar(.twoWaysIn),
      ),
      (
        "class: alb", "name: a",
        .sidecar(.ingressLacks(key: "host", controller: "alb")),
      ),
      (
        "class: nginx, host: a.example.com, loadBalancerSourceRanges: [10.0.0.0/8]", "name: a",
        .sidecar(.ingressLacks(key: "tls", controller: "nginx")),
      ),
      (
        "host: a.example.com, tls: {secret: web}", "name: a",
        .sidecar(.ingressIgnores(key: "tls", controller: "alb")),
      ),
      (
        "host: a.example.com, internal: false", "name: a",
        .exposure(.open),
      ),
      (
        "class: nginx, host: a.example.com, tls: {secret: web}", "name: a",
        .exposure(.maybeOpen),
      ),
      (
        "host: a.example.com, certificateARN: 'arn:aws:iam::123456789012:role/a'", "name: a",
        .form(.certificateARN("arn:aws:iam::123456789012:role/a")),
      ),
      (
        "host: a.example.com", "name: a, prometheus: {retention: 2h}",
        .form(.tooShort("2h", least: "6h")),
      ),
      (
        "host: a.example.com", "name: a, sidecar: {extraArgs: [--tsdb.path=/tmp]}",
        .form(.ownedFlag("--tsdb.path")),
      ),
    ] as [(String?, String, FleetFact)]
  )
  func `what cannot work is refused`(ingress: String?, cluster: String, expected: FleetFact) {
    #expect(facts(Sample.sidecar(ingress: ingress, cluster).reading) == [expected])
  }

  @Test func `two clusters cannot have one host`() {
    let other = "- {context: b, name: b, ingress: {host: a.example.com}}"
    #expect(
      facts(Sample.sidecar(more: other).reading) == [
        .sidecar(.hostTaken("a.example.com", cluster: "b", other: "a"))
      ]
    )
  }

  @Test func `a load balancer on the internet needs source ranges here too`() {
    let reading = Sample.sidecar(ingress: nil, "loadBalancer: {internal: false}").reading
    #expect(facts(reading) == [.exposure(.open)])
  }

  @Test func `an ARN of ACM is taken`() {
    for partition in ["aws", "aws-cn"] {
      let text = "arn:\(partition):acm:us-east-1:123456789012:certificate/1111-2222"
      #expect(TextForm.certificateARN.flaw(text) == nil)
    }
  }
}
