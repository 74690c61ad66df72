import Foundation
import TestSupport
import Testing

/// A hub that is monitored itself: one place, one inventory, and each of the two leaves the other alone.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct HubsClusterTests {
  private let sandbox: Sandbox
  private let fleet: String

  init() throws {
    sandbox = try Sandbox()
    fleet = try ExampleFleet.text.replacing(
      "    context: cluster1\n",
      with: "    context: hub\n    onHub: true\n",
    )
    let apply = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    try #require(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
  }

  private func names(_ kinds: String, _ selector: String = "fedctl.dev/fleet") throws -> [String] {
    try sandbox.kubectl("hub", "get", kinds, "-A", "-o", "name", "-l", selector).stdout
      .split(separator: "\n").map(String.init)
  }

  private static let own = "prometheuses,subscriptions.operators.coreos.com"
  private static let hubs = "statefulsets,deployments,routes"

  @Test func `both are applied, and nothing is left to do`() throws {
    let plan = try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet)
    #expect(plan.status == 0, "\(plan.stdout)\(plan.stderr)")
    #expect(!plan.stdout.contains("cluster1  context"))
    let token = try sandbox.field("hub", "secret/metrics-bearer-token", ".data.*").base64Decoded
    #expect(token.tokenSubject == "system:serviceaccount:thanos:cluster1-metrics")
    for command in ["status", "doctor"] {
      let chosen = try sandbox.fedctl(command, "--cluster", "cluster1", fleet: fleet)
      #expect(!chosen.stderr.contains("unknown cluster"), "\(chosen.stderr)")
      #expect(chosen.stdout.contains("hub"), "\(chosen.stdout)")
    }
    try sandbox.kubectl("hub", "-n", "thanos", "delete", "prometheus", "federated-prometheus")
    let repair = try sandbox.fedctl("plan", "--cluster", "cluster1", fleet: fleet)
    #expect(repair.stdout.plannedChanges == ["  + Prometheus thanos/federated-prometheus"])
    let other = try sandbox.fedctl("plan", "--cluster", "cluster2", fleet: fleet)
    #expect(other.stdout.plannedChanges.isEmpty, "\(other.stdout)")
  }

  @Test func `a hub that is no longer monitored loses that and nothing else`() throws {
    let kept = try names(Self.hubs)
    let start = try #require(fleet.range(of: "  - name: cluster1\n")).lowerBound
    let end = try #require(fleet.range(of: "  - name: cluster2\n")).lowerBound
    let without = String(fleet[..<start] + fleet[end...])
    let apply = try sandbox.fedctl("apply", "--yes", fleet: without)
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    #expect(try names(Self.own).isEmpty)
    #expect(try names(Self.hubs) == kept.filter { !$0.hasSuffix("/federated-prometheus") })
    #expect(
      try names("all,secrets,serviceaccounts", "fedctl.dev/managed-cluster=cluster1").isEmpty
    )
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: without).status == 0)
  }

  @Test func `a teardown of the cluster leaves the hub, and that of the fleet leaves nothing`()
    throws
  {
    let kept = try names(Self.hubs)
    let one = try sandbox.fedctl("teardown", "--yes", "--cluster", "cluster1", fleet: fleet)
    #expect(one.status == 0, "\(one.stdout)\(one.stderr)")
    #expect(try names(Self.own).isEmpty)
    #expect(try names(Self.hubs) == kept.filter { !$0.hasSuffix("/federated-prometheus") })
    let again = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(again.status == 0, "\(again.stdout)\(again.stderr)")
    #expect(try names(Self.hubs) == kept)
    let all = try sandbox.fedctl("teardown", "--yes", "--delete-volumes", fleet: fleet)
    #expect(all.status == 0, "\(all.stdout)\(all.stderr)")
    #expect(try names("\(Self.own),\(Self.hubs),secrets,configmaps,namespaces").isEmpty)
  }
}
