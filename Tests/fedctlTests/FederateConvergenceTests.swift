import Foundation
import TestSupport
import Testing

/// The same for a hub that reads from its clusters: plan, apply, plan again, change.
@Suite(.enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"))
struct FederateConvergenceTests {
  private let fleet: String
  private let sandbox: Sandbox

  init() throws {
    fleet = try ExampleFleet.text(of: "federate-kubernetes")
    sandbox = try Sandbox("--prometheus-operator")
  }

  @Test func `what was applied is planned as no change, by reading alone`() throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    try sandbox.forgetRequests()
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode", fleet: fleet)
    #expect(plan.status == 0)
    #expect(plan.stdout.contains("\nNo changes. 3 clusters hold what the fleet file asks for.\n"))
    #expect(try sandbox.requests().allSatisfy { $0.method == "GET" })
    let status = try sandbox.fedctl("status", fleet: fleet)
    #expect(status.status == 0)
  }

  @Test func `each job reads from its own cluster's load balancer`() throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    for cluster in ["cluster1", "cluster2"] {
      let host = try sandbox.field(
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
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode", fleet: fleet)
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

  @Test func `an address that has changed is planned and followed, and nothing else`() throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    try sandbox.kubectl(
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
    let plan = try sandbox.fedctl("plan", "--full", fleet: fleet)
    #expect(plan.stdout.plannedChanges == ["  ~ ScrapeConfig monitoring/cluster1"])
    try sandbox.forgetRequests()
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let writes = try sandbox.requests().filter { !$0.isRead && !$0.path.contains("/leases") }
    #expect(writes.map(\.method) == ["PATCH"])
    #expect(try target(of: "cluster1") == "192.0.2.7:9090")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }

  @Test func `a change in the file is planned, applied and then no change`() throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let changed = fleet.replacing("retention: 30d", with: "retention: 7d")
      .replacing("job:.+", with: "job:.*")
    let plan = try sandbox.fedctl("plan", "--full", fleet: changed)
    #expect(
      plan.stdout.plannedChanges == [
        "  ~ Prometheus monitoring/hub-prometheus", "  ~ ScrapeConfig monitoring/cluster1",
      ]
    )
    #expect(plan.stdout.contains(#"      ~ spec.retention: "30d" -> "7d""#))
    #expect(try sandbox.fedctl("apply", "--yes", fleet: changed).status == 0)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: changed).status == 0)
  }

  @Test func `a cluster that leaves the file is no longer read`() throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let end = fleet.range(of: "  - name: cluster2")?.lowerBound ?? fleet.endIndex
    let smaller = String(fleet[..<end])
    #expect(try sandbox.fedctl("apply", "--yes", fleet: smaller).status == 0)
    let left = try sandbox.kubectl(
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
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: smaller).status == 0)
  }

  @Test func `a certificate's authority is handed to the hub, and nowhere shown`() throws {
    let encrypted = fleet.replacing(
      "    loadBalancer:\n      # For the AWS",
      with:
        "    loadBalancer:\n      tls: {secret: web, serverName: a.example.com}\n      # For the AWS",
    )
    let missing = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "3s", fleet: encrypted)
    #expect(missing.status == 3)
    #expect(missing.stderr.contains("cluster2: Secret monitoring/web data[\"ca.crt\"]"))
    try sandbox.makeCertificate("web", on: "cluster2", authority: "CANARY")
    let outcome = try sandbox.fedctl("apply", "--yes", fleet: encrypted)
    #expect(outcome.status == 0)
    #expect(!(outcome.stdout + outcome.stderr).contains("CANARY"))
    #expect(try sandbox.authority(of: "cluster2") == "CANARY")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: encrypted).status == 0)
  }

  @Test func `teardown leaves nothing of the fleet, and there is no bucket to purge`() throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let purge = try sandbox.fedctl(
      "teardown",
      "--yes",
      "--purge-bucket",
      "--confirm-bucket",
      "any",
      fleet: fleet,
    )
    #expect(purge.status == 1)
    #expect(purge.stderr.contains("keeps nothing in a bucket"))
    #expect(try sandbox.fedctl("teardown", "--yes", fleet: fleet).status == 0)
    for cluster in ["hub", "cluster1", "cluster2"] {
      let left = try sandbox.kubectl(
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
    try sandbox.field(
      "hub",
      "scrapeconfig/\(cluster)",
      ".spec.staticConfigs[0].targets[0]",
      in: "monitoring",
    )
  }
}

/// What federate needs and a cluster may lack.
@Suite struct MissingOperatorTests {
  @Test func `without an operator the plan names the kinds that are missing`() throws {
    let sandbox = try Sandbox()
    let fleet = try ExampleFleet.text(of: "federate-kubernetes")
    let plan = try sandbox.fedctl("plan", "--full", fleet: fleet)
    for kind in ["Prometheus", "ScrapeConfig", "PrometheusRule", "ServiceMonitor"] {
      #expect(
        plan.stdout.contains(
          "the cluster does not serve \(kind).monitoring.coreos.com, and nothing in the fleet file"
        )
      )
    }
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status != 0)
  }
}
