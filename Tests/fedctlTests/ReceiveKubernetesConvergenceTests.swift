import Foundation
import TestSupport
import Testing

/// Receive on a hub that is no OpenShift, and what its clusters are handed.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .enabled(if: WorldKind.suits(.mixed, hasOperator: true), "needs such clusters"),
)
struct ReceiveKubernetesConvergenceTests {
  private let fleet: String
  private let world: World

  init() throws {
    // With a Prometheus of the fleet's own on the OpenShift cluster, too.
    fleet = try ExampleFleet.unchecked("receive-kubernetes")
      .replacing(
        "    platform: openshift\n",
        with: "    platform: openshift\n    mode: operator\n",
      )
    world = try World("--prometheus-operator")
  }

  @Test
  func `the authority beside the hub's certificate is handed to every cluster, and not shown`()
    throws
  {
    let own = fleet.replacing("      authority: system\n", with: "")
    try #require(own != fleet)
    let missing = try world.fedctl("apply", "--yes", "--wait-timeout", "3s", fleet: own)
    #expect(missing.status == 3)
    #expect(missing.stderr.contains("hub: Secret thanos/metrics-example-com data[\"ca.crt\"]"))
    try world.makeCertificate("metrics-example-com", on: "hub", in: "thanos", authority: "CANARY")
    let outcome = try world.fedctl("apply", "--yes", fleet: own)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(!(outcome.stdout + outcome.stderr).contains("CANARY"))
    for cluster in ["cluster1", "cluster2"] {
      let copy = try world.field(cluster, "secret/hub-ingress-ca", #".data.ca-bundle\.crt"#)
      #expect(copy.base64Decoded == "CANARY")
      let url = try world.field(
        cluster,
        "prometheus/federated-prometheus",
        ".spec.remoteWrite[0].url",
      )
      #expect(url == "https://metrics.example.com/api/v1/receive")
    }
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: own).status == 0)
  }

  @Test func `an Ingress gives way to a load balancer, whose address every cluster learns`() throws
  {
    // Where pods really run, they wait for a certificate that is not the fleet's.
    _ = try world.fedctl("apply", "--yes", "--wait-timeout", "3s", fleet: fleet)
    for name in ["metrics-example-com", "web"] {
      try world.makeCertificate(name, on: "hub", in: "thanos", authority: "a")
    }
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let start = try #require(fleet.range(of: "  ingress:\n")).lowerBound
    let end = try #require(fleet.range(of: "\nclusters:\n")).lowerBound
    let loadBalancer = "  loadBalancer: {tls: {secret: web, serverName: metrics.example.com}}\n"
    let changed = fleet.replacingCharacters(in: start..<end, with: loadBalancer)
    let outcome = try world.fedctl("apply", "--yes", fleet: changed)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(
      try world.field("cluster1", "prometheus/federated-prometheus", ".spec.remoteWrite[0].url")
        == "https://thanos-receive-thanos.lb.hub.example.com:443/api/v1/receive"
    )
    let left = try world.kubectl("hub", "-n", "thanos", "get", "ingresses", "-o", "name")
    #expect(left.stdout == "")
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: changed).status == 0)
  }
}
