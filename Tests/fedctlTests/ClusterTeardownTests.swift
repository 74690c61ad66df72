import TestSupport
import Testing

/// A teardown of one cluster, in each topology.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct ClusterTeardownTests {
  private static let kinds =
    "secret,configmap,service,serviceaccount,role,rolebinding,clusterrolebinding,networkpolicy,scrapeconfig"

  @Test(arguments: [
    "collector-kubernetes", "federate-kubernetes", "receive-openshift",
  ])
  func `afterwards the hub has nothing that is named after it`(example: String) throws {
    let fleet = try ExampleFleet.unchecked(example)
    let sandbox = try Sandbox(["--prometheus-operator"])
    let apply = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    try #require(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    #expect(try names(on: sandbox).contains { $0.contains("cluster1") })
    let teardown = ["teardown", "--yes", "--delete-volumes", "--cluster", "cluster1"]
    let down = try Fedctl(teardown).against(sandbox, fleet: fleet).run()
    #expect(down.status == 0, "\(down.stdout)\(down.stderr)")
    let left = try names(on: sandbox)
    #expect(left.contains { $0.contains("cluster2") })
    #expect(left.filter { $0.contains("cluster1") }.isEmpty)
  }

  /// What of the fleet there is on the hub, but what tells of all clusters.
  private func names(on sandbox: Sandbox) throws -> [String] {
    let list = ["get", Self.kinds, "-A", "-l", "fedctl.dev/fleet", "-o", "name"]
    let listed = try sandbox.kubectl("hub", list)
    try #require(listed.status == 0, "\(listed.stderr)")
    return listed.stdout.split(separator: "\n").map(String.init)
  }
}
