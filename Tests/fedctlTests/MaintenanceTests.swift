import TestSupport
import Testing

/// A cluster that the fleet file has in maintenance is left alone, which is told and is no failure.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct MaintenanceTests {
  private static func fleet() throws -> String {
    try ExampleFleet.text.replacing(
      "context: cluster2",
      with: "context: cluster2\n    maintenance: true",
    )
  }

  @Test func `nothing is asked of it, changed on it, or taken from the hub for it`() throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.setFaults("context=cluster2,down")
    let fleet = try Self.fleet()
    let plan = try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet)
    #expect(plan.status == 0, "\(plan.stdout)\(plan.stderr)")
    #expect(plan.stdout.contains("cluster2  context cluster2  MAINTENANCE: "), "\(plan.stdout)")
    #expect(!plan.stdout.contains("UNKNOWN"))
    let sum =
      "2 clusters hold what the fleet file asks for. One in maintenance was not looked at.\n"
    #expect(plan.stdout.hasSuffix("No changes. \(sum)"), "\(plan.stdout)")
    let other = fleet.replacing("context: hub\n", with: "context: hub\n  querier: {replicas: 3}\n")
    let changed = try sandbox.fedctl("plan", fleet: other)
    #expect(changed.status == 0, "\(changed.stderr)")
    #expect(changed.stdout.contains("\n  cluster2: MAINTENANCE, nothing is planned there\n"))
    #expect(!changed.stdout.contains("UNKNOWN"), "\(changed.stdout)")
    let apply = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    let status = try sandbox.fedctl("status", fleet: fleet)
    #expect(status.status == 0, "\(status.stdout)")
    #expect(status.stdout.contains("  cluster2  MAINTENANCE: "))
    let token = try sandbox.kubectl(
      "hub",
      "-n",
      "thanos",
      "get",
      "secret",
      "cluster2-metrics-token",
    )
    #expect(token.status == 0)
  }

  @Test func `a fleet begins without it, and takes it in when it is back`() throws {
    let sandbox = try Sandbox("--fault", "context=cluster2,down")
    let first = try sandbox.fedctl(
      "apply",
      "--yes",
      "--wait-timeout",
      "20m",
      fleet: try Self.fleet(),
    )
    #expect(first.status == 0, "\(first.stdout)\(first.stderr)")
    try sandbox.setFaults()
    let back = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "20m")
    #expect(back.status == 0, "\(back.stdout)\(back.stderr)")
    #expect(back.stderr.contains("cluster2: Prometheus thanos/federated-prometheus: created"))
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  @Test func `a teardown that leaves it alone is not at its end`() throws {
    let sandbox = try Sandbox.withFleet()
    let outcome = try sandbox.fedctl("teardown", "--yes", fleet: try Self.fleet())
    #expect(outcome.status == 3, "\(outcome.stdout)\(outcome.stderr)")
    #expect(outcome.stdout.contains("\nTeardown incomplete: "), "\(outcome.stdout)")
    #expect(
      outcome.stdout.hasSuffix(" Nothing was done on cluster2: run it again once it is back.\n")
    )
    let kept = try sandbox.kubectl(
      "cluster2",
      "-n",
      "thanos",
      "get",
      "prometheus",
      "federated-prometheus",
    )
    #expect(kept.status == 0)
  }
}
