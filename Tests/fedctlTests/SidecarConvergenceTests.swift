import Foundation
import TestSupport
import Testing

/// The ways in to a sidecar, and what is handed over for each.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .enabled(if: WorldKind.suits(.kubernetes, hasOperator: true), "needs such clusters"),
)
struct SidecarConvergenceTests {
  private let fleet: String
  private let world: World

  init() throws {
    fleet = try ExampleFleet.unchecked("sidecar-kubernetes")
    world = try World("--prometheus-operator")
  }

  @Test(.enabled(if: WorldKind.isPlayed))
  func `what was applied is planned as no change, by reading alone`() throws {
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    try world.played.forgetRequests()
    let plan = try world.fedctl("plan", "--full", "--detailed-exitcode", fleet: fleet)
    #expect(plan.status == 0)
    #expect(try world.played.requests().allSatisfy { $0.method == "GET" })
    #expect(try world.fedctl("status", fleet: fleet).status == 0)
  }

  @Test func `a load balancer's address is asked for, and followed when it changes`() throws {
    let fleet = try reaching("loadBalancer: {loadBalancerSourceRanges: [10.20.0.0/16]}")
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let host = "thanos-sidecar-external-monitoring.lb.cluster1.example.com"
    #expect(try endpoints().contains("- address: \"\(host):10901\"\n"))
    try world.kubectl(
      "cluster1",
      "-n",
      "monitoring",
      "patch",
      "service/thanos-sidecar-external",
      "--subresource",
      "status",
      "--type",
      "merge",
      "-p",
      #"{"status":{"loadBalancer":{"ingress":[{"ip":"192.0.2.7"}]}}}"#,
    )
    let plan = try world.fedctl("plan", "--full", fleet: fleet)
    #expect(
      plan.stdout.plannedChanges == ["  ~ ConfigMap monitoring/thanos-querier-endpoints"]
    )
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try endpoints().contains("- address: \"192.0.2.7:10901\"\n"))
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }

  @Test func `a name that does not resolve is waited for where that is asked for`() throws {
    let waited = try world.fedctl(
      "apply",
      "--yes",
      "--wait-for-dns",
      "--wait-timeout",
      "1s",
      fleet: fleet.replacing(
        "cluster1.prometheus.example.net",
        with: "cluster1.prometheus.invalid",
      )
      .replacing("cluster2.prometheus.example.net", with: "localhost.localdomain"),
    )
    #expect(waited.status == 3)
    #expect(
      waited.stderr.contains("failed: cluster1.prometheus.invalid does not resolve on this machine")
    )
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 2)
  }

  @Test func `another way in takes the place of the one before`() throws {
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let balanced = try reaching("loadBalancer: {}")
    let plan = try world.fedctl("plan", "--full", fleet: balanced)
    #expect(
      plan.stdout.plannedChanges == [
        // The inventory goes on to record that there may be Ingresses.
        "  ~ ConfigMap monitoring/thanos-querier-endpoints",
        "  + Service monitoring/thanos-sidecar-external",
        "  - Ingress monitoring/thanos-sidecar", "  - Service monitoring/thanos-sidecar",
        // The other cluster's, which has no defaults any more.
        "  ~ Ingress monitoring/thanos-sidecar",
      ]
    )
    #expect(try world.fedctl("apply", "--yes", fleet: balanced).status == 0)
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: balanced).status == 0)
  }

  @Test func `an authority of one's own is handed to the hub, and nowhere shown`() throws {
    let fleet = try reaching(
      """
      ingress:
            class: nginx
            host: cluster1.prometheus.example.net
            loadBalancerSourceRanges: [10.20.0.0/16]
            tls: {secret: web}
      """
    )
    let missing = try world.fedctl("apply", "--yes", "--wait-timeout", "3s", fleet: fleet)
    #expect(missing.status == 3)
    #expect(missing.stderr.contains("cluster1: Secret monitoring/web data[\"ca.crt\"]"))
    try world.makeCertificate("web", on: "cluster1", authority: "CANARY")
    let outcome = try world.fedctl("apply", "--yes", fleet: fleet)
    #expect(outcome.status == 0)
    #expect(!(outcome.stdout + outcome.stderr).contains("CANARY"))
    #expect(try world.authority(of: "cluster1") == "CANARY")
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }

  @Test func `where no role stands for them, every cluster gets the bucket's keys, unseen`() throws
  {
    let fleet = fleet.replacing(#/credentials: .*/#, with: "credentials: {fromEnvironment: true}")
      .replacing(#/    iamRole: .*cluster1\n/#, with: "")
    let outcome = try world.fedctl("apply", "--yes", fleet: fleet)
    #expect(outcome.status == 0)
    for (cluster, hasKeys) in [("hub", true), ("cluster1", true), ("cluster2", false)] {
      let text = try world.field(
        cluster,
        "secret/store-s3-credentials",
        #".data.store-s3-secret\.yaml"#,
        in: "monitoring",
      ).base64Decoded
      #expect(text.contains("bucket: \"edge-metrics\""))
      #expect(text.contains("secret_key") == hasKeys)
      let key = text.firstMatch(of: #/secret_key: "(.+)"/#)?.1 ?? "no key"
      #expect(!(outcome.stdout + outcome.stderr).contains(key))
    }
  }

  /// The example with another way in to its first cluster.
  private func reaching(_ wayIn: String) throws -> String {
    let ingress = #/    ingress:\n      host: cluster1.*\n      certificateARN: .*\n/#
    let defaults = #/  ingress:\n    # Who(.|\n)*?zone: private\n/#
    let text = fleet.replacing(ingress, with: "    \(wayIn)\n").replacing(defaults, with: "")
    try #require(text.firstMatch(of: ingress) == nil && text.firstMatch(of: defaults) == nil)
    return text
  }

  private func endpoints() throws -> String {
    try world.field(
      "hub",
      "configmap/thanos-querier-endpoints",
      #".data.endpoints\.yaml"#,
      in: "monitoring",
    )
  }
}
