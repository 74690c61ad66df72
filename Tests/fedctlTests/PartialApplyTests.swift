import Foundation
import TestSupport
import Testing

/// A fleet is changed in part, or cluster by cluster.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct PartialApplyTests {
  private func writes(_ sandbox: Sandbox, on cluster: String) throws -> Int {
    try sandbox.requests().count { !$0.isRead && $0.context == cluster && $0.status < 300 }
  }

  @Test func `one cluster of a new fleet is made with its hub, and the rest later`() throws {
    let sandbox = try Sandbox()
    let apply = try sandbox.fedctl("apply", "--yes", "--cluster", "cluster1")
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    #expect(apply.stdout.contains("\nPartial: "), "\(apply.stdout)")
    #expect(try writes(sandbox, on: "cluster1") > 0)
    #expect(try writes(sandbox, on: "cluster2") == 0)
    let again = try sandbox.fedctl("plan", "--cluster", "cluster1", "--detailed-exitcode")
    #expect(again.status == 0, "\(again.stdout)")
    #expect(again.stdout.contains("\nNo changes in what was chosen.\n"), "\(again.stdout)")
    #expect(try sandbox.fedctl("apply", "--yes").status == 0)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  @Test func `a cluster that leaves is cleaned up only where it is chosen, and not forgotten`()
    throws
  {
    let sandbox = try Sandbox.withFleet()
    let fleet = try ExampleFleet.withoutCluster2
    let other = try sandbox.fedctl("apply", "--yes", "--cluster", "cluster1", fleet: fleet)
    #expect(other.status == 0, "\(other.stdout)\(other.stderr)")
    let plan = try sandbox.fedctl("plan", fleet: fleet).stdout
    #expect(plan.hasPrefix("! 1 cluster leaves the fleet"), "\(plan)")
    let chosen = try sandbox.fedctl("apply", "--yes", "--cluster", "cluster2", fleet: fleet)
    #expect(chosen.status == 0, "\(chosen.stdout)\(chosen.stderr)")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }

  @Test func `a cluster comes, though another leaves that is not chosen`() throws {
    let sandbox = try Sandbox()
    let text = try ExampleFleet.text
    let first = try #require(text.range(of: "  - name: cluster1")?.lowerBound)
    let second = try #require(text.range(of: "  - name: cluster2")?.lowerBound)
    let only2 = String(text[..<first] + text[second...])
    #expect(try sandbox.fedctl("apply", "--yes", fleet: only2).status == 0)
    try sandbox.forgetRequests()
    let fleet = try ExampleFleet.withoutCluster2
    let come = try sandbox.fedctl("apply", "--yes", "--cluster", "cluster1", fleet: fleet)
    #expect(come.status == 0, "\(come.stdout)\(come.stderr)")
    #expect(try writes(sandbox, on: "cluster1") > 0, "\(come.stdout)")
    #expect(try writes(sandbox, on: "cluster2") == 0)
    let plan = try sandbox.fedctl("plan", fleet: fleet).stdout
    #expect(plan.hasPrefix("! 1 cluster leaves the fleet"), "\(plan)")
  }

  @Test func `a saved part is applied without being chosen again`() throws {
    let sandbox = try Sandbox()
    let file = FileManager.default.temporaryDirectory.appending(path: "part-\(UUID()).json").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let plan = try sandbox.fedctl("plan", "--cluster", "cluster1", "--out", file)
    #expect(plan.status == 0, "\(plan.stderr)")
    let whole = try sandbox.fedctl("apply", file, "--file", "fleet.yaml")
    #expect(whole.status == 0, "\(whole.stderr)")
    #expect(try writes(sandbox, on: "cluster1") > 0)
    #expect(try writes(sandbox, on: "cluster2") == 0)
    let other = try sandbox.fedctl("apply", file, "--file", "fleet.yaml", "--cluster", "cluster2")
    #expect(other.status == 4, "\(other.stderr)")
  }

  @Test func `one object comes with what it needs`() throws {
    let sandbox = try Sandbox.withFleet()
    for object in ["service/grafana", "deployment/thanos-querier"] {
      try sandbox.kubectl("hub", "-n", "thanos", "delete", object)
    }
    let apply = try sandbox.fedctl("apply", "--yes", "--only", "Service/grafana")
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    #expect(apply.stdout.contains("Apply complete: 1 created."), "\(apply.stdout)")
    let plan = try sandbox.fedctl("plan", "--full")
    #expect(plan.stdout.plannedChanges == ["  + Deployment thanos/thanos-querier"])
  }

  @Test(arguments: [["--cluster", "nowhere"], ["--only", "Service/nothing"], ["--only", "x"]])
  func `what is not there cannot be chosen`(choice: [String]) throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.forgetRequests()
    let fleet = try ExampleFleet.text
    let apply = try Fedctl(["apply", "--yes"] + choice).against(sandbox, fleet: fleet).run()
    #expect([1, 64].contains(apply.status))
    #expect(try sandbox.requests().allSatisfy(\.isRead))
  }

  @Test func `a canary that fails keeps all other clusters from being changed`() throws {
    let sandbox = try Sandbox.withFleet()
    let fleet = try ExampleFleet.text.replacing("{stage: ", with: "{tier: gold, stage: ")
    try sandbox.setFaults("context=cluster1,resource=prometheuses,verb=patch,status=422")
    try sandbox.forgetRequests()
    let failed = try sandbox.fedctl("apply", "--yes", "--canary", "1", fleet: fleet)
    #expect(failed.status != 0, "\(failed.stdout)\(failed.stderr)")
    #expect(try writes(sandbox, on: "cluster2") == 0, "\(failed.stderr)")
    try sandbox.setFaults()
    let apply = try sandbox.fedctl("apply", "--yes", "--canary", "1", fleet: fleet)
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    #expect(apply.stderr.contains("cluster1 first, then 1 other cluster"), "\(apply.stderr)")
  }
}
