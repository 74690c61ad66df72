import Foundation
import TestSupport
import Testing

/// The same for a hub that reads from its clusters: plan, apply, plan again, change.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .enabled(if: WorldKind.suits(.kubernetes, hasOperator: true), "needs such clusters"),
)
struct FederateConvergenceTests {
  private let fleet: String
  private let world: World

  init() throws {
    fleet = try ExampleFleet.text(of: "federate-kubernetes")
    world = try World("--prometheus-operator")
  }

  @Test(.enabled(if: WorldKind.isPlayed))
  func `what was applied is planned as no change, by reading alone`() throws {
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    try world.played.forgetRequests()
    let plan = try world.fedctl("plan", "--full", "--detailed-exitcode", fleet: fleet)
    #expect(plan.status == 0)
    #expect(plan.stdout.contains("\nNo changes. 3 clusters hold what the fleet file asks for.\n"))
    #expect(try world.played.requests().allSatisfy { $0.method == "GET" })
    let status = try world.fedctl("status", fleet: fleet)
    #expect(status.status == 0)
  }

  @Test func `each job reads from its own cluster's load balancer`() throws {
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    for cluster in ["cluster1", "cluster2"] {
      let host = try world.field(
        cluster,
        "service/federated-prometheus",
        ".status.loadBalancer.ingress[0].hostname",
        in: "monitoring",
      )
      #expect(host.hasSuffix(".lb.\(cluster).example.com"))
      #expect(try target(of: cluster) == "\(host):9090")
    }
  }

  @Test func `before there is an address, the plan says where it will come from`() throws {
    let plan = try world.fedctl("plan", "--full", "--detailed-exitcode", fleet: fleet)
    #expect(plan.status == 2)
    #expect(
      plan.stdout.contains(
        """
              < spec.staticConfigs[0].targets[0]: "(known after apply):9090" \
        from cluster2: Service monitoring/federated-prometheus status.loadBalancer.ingress[0]
        """
      )
    )
  }

  @Test(.enabled(if: WorldKind.isPlayed))
  func `an address that has changed is planned and followed, and nothing else`() throws {
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    try world.kubectl(
      "cluster1",
      "-n",
      "monitoring",
      "patch",
      "service/federated-prometheus",
      "--subresource",
      "status",
      "--type",
      "merge",
      "-p",
      #"{"status":{"loadBalancer":{"ingress":[{"ip":"192.0.2.7"}]}}}"#,
    )
    let plan = try world.fedctl("plan", "--full", fleet: fleet)
    #expect(plan.stdout.plannedChanges == ["  ~ ScrapeConfig monitoring/cluster1"])
    try world.played.forgetRequests()
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let writes = try world.played.requests().filter { !$0.isRead && !$0.path.contains("/leases") }
    #expect(writes.map(\.method) == ["PATCH"])
    #expect(try target(of: "cluster1") == "192.0.2.7:9090")
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }

  @Test func `a change in the file is planned, applied and then no change`() throws {
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let changed = fleet.replacing("retention: 30d", with: "retention: 7d")
      .replacing("job:.+", with: "job:.*")
    let plan = try world.fedctl("plan", "--full", fleet: changed)
    #expect(
      plan.stdout.plannedChanges == [
        "  ~ Prometheus monitoring/hub-prometheus", "  ~ ScrapeConfig monitoring/cluster1",
      ]
    )
    #expect(plan.stdout.contains(#"      ~ spec.retention: "30d" -> "7d""#))
    #expect(try world.fedctl("apply", "--yes", fleet: changed).status == 0)
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: changed).status == 0)
  }

  @Test func `a cluster that leaves the file is no longer read`() throws {
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let end = fleet.range(of: "  - name: cluster2")?.lowerBound ?? fleet.endIndex
    let smaller = String(fleet[..<end])
    #expect(try world.fedctl("apply", "--yes", fleet: smaller).status == 0)
    let left = try world.kubectl(
      "cluster2",
      "get",
      "-A",
      "-l",
      "fedctl.dev/fleet",
      "-o",
      "name",
      "secrets,services,serviceaccounts,prometheuses,prometheusrules,clusterroles",
    )
    #expect(left.stdout == "")
    #expect(try target(of: "cluster2") == "")
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: smaller).status == 0)
  }

  @Test func `a certificate's authority is handed to the hub, and nowhere shown`() throws {
    let encrypted = fleet.replacing(
      "    loadBalancer:\n      # For the AWS",
      with:
        "    loadBalancer:\n      tls: {secret: web, serverName: a.example.com}\n      # For the AWS",
    )
    let missing = try world.fedctl("apply", "--yes", "--wait-timeout", "3s", fleet: encrypted)
    #expect(missing.status == 3)
    #expect(missing.stderr.contains("cluster2: Secret monitoring/web data[\"ca.crt\"]"))
    try world.makeCertificate("web", on: "cluster2", authority: "CANARY")
    let outcome = try world.fedctl("apply", "--yes", fleet: encrypted)
    #expect(outcome.status == 0)
    #expect(!(outcome.stdout + outcome.stderr).contains("CANARY"))
    #expect(try world.authority(of: "cluster2") == "CANARY")
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: encrypted).status == 0)
  }

  @Test func `teardown leaves nothing of the fleet, and there is no bucket to purge`() throws {
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let purge = try world.fedctl(
      "teardown",
      "--yes",
      "--purge-bucket",
      "--confirm-bucket",
      "any",
      fleet: fleet,
    )
    #expect(purge.status == 1)
    #expect(purge.stderr.contains("keeps nothing in a bucket"))
    #expect(try world.fedctl("teardown", "--yes", fleet: fleet).status == 0)
    for cluster in ["hub", "cluster1", "cluster2"] {
      let left = try world.kubectl(
        cluster,
        "get",
        "-A",
        "-l",
        "fedctl.dev/fleet",
        "-o",
        "name",
        "secrets,configmaps,services,serviceaccounts,networkpolicies,deployments,prometheuses,"
          + "prometheusrules,scrapeconfigs,servicemonitors,clusterroles,clusterrolebindings",
      )
      #expect(left.stdout == "")
    }
  }

  private func target(of cluster: String) throws -> String {
    try world.field(
      "hub",
      "scrapeconfig/\(cluster)",
      ".spec.staticConfigs[0].targets[0]",
      in: "monitoring",
    )
  }
}

/// What federate needs and a cluster may lack.
@Suite(.waitsForPrograms) struct MissingOperatorTests {
  @Test func `without an operator the plan names the kinds that are missing`() throws {
    let world = try World()
    let fleet = try ExampleFleet.text(of: "federate-kubernetes")
    let plan = try world.fedctl("plan", "--full", fleet: fleet)
    for kind in ["Prometheus", "ScrapeConfig", "PrometheusRule", "ServiceMonitor"] {
      #expect(
        plan.stdout.contains(
          "the cluster does not serve \(kind).monitoring.coreos.com, and nothing in the fleet file"
        )
      )
    }
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status != 0)
  }
}
