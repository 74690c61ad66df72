import TestSupport
import Testing

/// A hub that grows from one pod of each part to many, and back: one plan each way.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .enabled(if: WorldKind.suits(.openShift), "needs such clusters"),
)
struct ScaleConvergenceTests {
  @Test func `a hub grows and shrinks, and leaves nothing of what it was`() throws {
    let world = try World()
    let small = try ExampleFleet.unchecked("receive-olm")
    let large = try ExampleFleet.unchecked("receive-at-scale")
    var routes: Set<String> = []
    for (fleet, parts) in [(small, Self.few), (large, Self.many), (small, Self.few)] {
      let outcome = try world.fedctl("apply", "--yes", "--max-deletes", "100", fleet: fleet)
      #expect(outcome.status == 0, "\(outcome.stderr)")
      let plan = try world.fedctl("plan", "--full", "--detailed-exitcode", fleet: fleet)
      #expect(plan.status == 0, "\(plan.stdout)")
      let workloads = try world.kubectl(
        "hub",
        "-n",
        "thanos",
        "get",
        "deployments,statefulsets",
        "-o",
        #"jsonpath={range .items[*]}{.metadata.name} {.spec.replicas}{"\n"}{end}"#,
      )
      #expect(Set(workloads.stdout.split(separator: "\n").map(String.init)) == parts)
      // What the clusters write to stays the same.
      routes.insert(try world.field("hub", "route/thanos-receive", ".metadata.uid"))
    }
    #expect(routes.count == 1)
  }

  private static let few: Set = [
    "grafana 1", "thanos-querier 2", "thanos-compact 1", "thanos-receive 1",
    "thanos-store-gateway 1",
  ]

  private static let many: Set = [
    "grafana 1", "thanos-querier 3", "thanos-query-frontend 2", "thanos-receive-router 3",
    "thanos-compact 1", "thanos-receive 6", "thanos-store-gateway-shard-0 2",
    "thanos-store-gateway-shard-1 2", "thanos-store-gateway-shard-2 2",
    // They watch over it, and tell of its clusters.
    "hub-monitor 1", "thanos-ruler 2",
  ]
}
