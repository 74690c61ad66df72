import Foundation
import TestSupport
import Testing

/// Tokens that expire are bound to a Secret on the hub, kept while they are good, and renewed.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .enabled(if: WorldKind.suits(.openShift), "needs such clusters"),
)
struct BoundTokenTests {
  private var fleet: String {
    get throws {
      try ExampleFleet.text.replacing(
        "  context: hub\n",
        with: "  context: hub\n  token: {bound: {lifetime: 90d}}\n",
      )
    }
  }

  private func token(_ world: World) throws -> String {
    try world.field("cluster1", "secret/metrics-bearer-token", ".data.metrics_bearer_token")
  }

  @Test func `a bound token is kept, told with its expiry, and made anew when it is revoked`()
    throws
  {
    let world = try World()
    let first = try world.fedctl("apply", "--yes", fleet: fleet)
    #expect(first.status == 0, "\(first.stderr)")
    let token = try token(world)
    #expect(token.base64Decoded.tokenSubject == "system:serviceaccount:thanos:cluster1-metrics")
    let plan = try world.fedctl("plan", "--full", "--detailed-exitcode", fleet: fleet)
    #expect(plan.status == 0)
    #expect(
      plan.stdout.contains(
        "  = Secret thanos/metrics-bearer-token\n        the token expires in "
      )
    )

    try world.kubectl("hub", "-n", "thanos", "delete", "secret/cluster1-metrics-token")
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try self.token(world) != token)
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }

  @Test func `a token whose answer is lost is asked for again, and that is told`() throws {
    let fault = "verb=create,resource=serviceaccounts,name=cluster1-metrics,count=1,drop-answer"
    let sandbox = try Sandbox("--fault", fault)
    let outcome = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let words = """
      hub: an answer with a token of hub: ServiceAccount thanos/cluster1-metrics may have been lost, \
      so another token is asked for; the lost one, which nobody has, ends with Secret \
      cluster1-metrics-token or at its time
      """
    #expect(outcome.stderr.components(separatedBy: words).count == 2, "\(outcome.stderr)")
    #expect(!outcome.stderr.contains("cluster2-metrics may have been lost"))
  }

  @Test func `a token with less than a third of its life left is renewed`() throws {
    let world = try World()
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let token = try token(world)
    try world.kubectl(
      "cluster1",
      "-n",
      "thanos",
      "annotate",
      "--overwrite",
      "secret/metrics-bearer-token",
      "fedctl.dev/token-expires=2026-01-01T00:00:00Z",
    )
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try self.token(world) != token)
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }
}
