import Diagnostics
import JSON
import Testing

@testable import Fleet

/// Fleets whose clusters upload, and whose hub asks their sidecars.
@Suite struct SidecarReadTests {
  private func words(_ reading: FleetReading) -> [String] {
    reading.diagnostics.map { [$0.summary, $0.detail, $0.remedy ?? ""].joined(separator: " | ") }
  }

  private func cluster(_ reading: FleetReading) throws -> SidecarCluster {
    let fleet = try #require(reading.fleet, "\(words(reading))")
    guard case .sidecar(let design)? = fleet.clusters.first?.design else { throw NoSidecar() }
    return design
  }

  private struct NoSidecar: Error {}

  @Test func `a small file has every default filled in`() throws {
    let reading = Sample.readSidecar()
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
    let design = try cluster(Sample.readSidecar("sidecar: {version: v0.43.0}"))
    #expect(design.sidecar.image == "quay.io/thanos/thanos:v0.43.0")
  }

  @Test func `a load balancer takes the place of an ingress`() throws {
    let design = try cluster(Sample.readSidecar(ingress: nil, "loadBalancer: {}"))
    #expect(
      design.wayIn
        == .loadBalancer(
          LoadBalancer(port: 10901, isInternal: true, sourceRanges: [], annotations: [:])
        )
    )
  }

  @Test func `what defaults say of the ingress is merged with what the cluster says`() throws {
    let defaults = "defaults: {ingress: {class: nginx, inboundCIDRs: [10.0.0.0/8]}}"
    let ingress = "host: a.example.com, tls: {secret: web, public: true}"
    let design = try cluster(Sample.readSidecar(ingress: ingress, more: defaults))
    guard case .ingress(let merged) = design.wayIn else {
      Issue.record("\(design.wayIn)")
      return
    }
    #expect(merged.inboundRanges == ["10.0.0.0/8"])
    #expect(merged.controller == .nginx(IngressCertificate(secret: "web", isPublic: true)))
  }

  @Test(arguments: [
    (
      String?.none, "name: a",
      "no way in | The hub asks a cluster's sidecar through its `ingress` or its `loadBalancer`. | Add one of the two, here or under `defaults`.",
    ),
    (
      "host: a.example.com", "name: a, loadBalancer: {}",
      "two ways in | The hub asks a cluster's sidecar through its `ingress` or its `loadBalancer`. | Keep one of the two; what stands under `defaults` counts for every cluster.",
    ),
    (
      "class: alb", "name: a",
      "missing key | An ingress of class `alb` needs `host`. | ",
    ),
    (
      "class: nginx, host: a.example.com, inboundCIDRs: [10.0.0.0/8]", "name: a",
      "missing key | An ingress of class `nginx` needs `tls`. | ",
    ),
    (
      "host: a.example.com, tls: {secret: web}", "name: a",
      "invalid value | `tls` has no meaning for an ingress of class `alb`. | Leave it out, or change `class`.",
    ),
    (
      "host: a.example.com, internal: false", "name: a",
      "open to the internet | With `internal: false` and no `inboundCIDRs`, everybody may query this Prometheus. | Name the networks of the hub in `inboundCIDRs`, or leave `internal` out.",
    ),
    (
      "class: nginx, host: a.example.com, tls: {secret: web}", "name: a",
      "open to the internet | Whether nginx is on the internet is not for this file to say: with no `inboundCIDRs`, everybody might query this Prometheus. | Name the networks of the hub in `inboundCIDRs`.",
    ),
    (
      "host: a.example.com, certificateARN: 'arn:aws:iam::123456789012:role/a'", "name: a",
      "invalid value | `arn:aws:iam::123456789012:role/a` is not the ARN of a certificate in ACM. | Write it as `arn:aws:acm:us-east-1:123456789012:certificate/` and its id.",
    ),
    (
      "host: a.example.com", "name: a, prometheus: {retention: 2h}",
      "invalid value | `2h` is too short. | Write 6h or more.",
    ),
    (
      "host: a.example.com", "name: a, sidecar: {extraArgs: [--tsdb.path=/tmp]}",
      "invalid value | `--tsdb.path` is set by fedctl: other parts of the fleet depend on it. | Leave it out; `fedctl schema` lists the keys that change what is rendered.",
    ),
  ])
  func `what cannot work is refused`(ingress: String?, cluster: String, expected: String) {
    #expect(words(Sample.readSidecar(ingress: ingress, cluster)) == [expected])
  }

  @Test func `two clusters cannot have one host`() {
    let other = "- {context: b, name: b, ingress: {host: a.example.com}}"
    #expect(
      words(Sample.readSidecar(more: other)) == [
        "host used twice | `b` and `a` both have `a.example.com`: the hub would reach but one of them. | Give each cluster's ingress a host of its own."
      ]
    )
  }

  @Test func `a load balancer on the internet needs source ranges here too`() {
    let reading = Sample.readSidecar(ingress: nil, "loadBalancer: {internal: false}")
    #expect(reading.diagnostics.map(\.summary) == ["open to the internet"])
  }

  @Test func `an ARN of ACM is taken`() {
    for partition in ["aws", "aws-cn"] {
      let text = "arn:\(partition):acm:us-east-1:123456789012:certificate/1111-2222"
      #expect(TextForm.certificateARN.complaint(text) == nil)
    }
  }
}
