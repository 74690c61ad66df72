import Facts
import JSON
import Kubernetes
import Objects
import Plan
import TestSupport
import Testing

@testable import Apply

/// The walk through a plan, against clusters that answer.
@Suite(.waitsForPrograms)
struct ApplyPlanTests {
  private let many = (0..<12).map { configMap("many-\($0)") }

  @Test func `no more is under way at once than was allowed`() async throws {
    let clusters = try TestClusters("--latency", "5")
    let (outcome, events) = await clusters.apply(try await clusters.plan(many), parallel: 3)
    #expect(outcome.isComplete)
    #expect(outcome.done.count == many.count)
    #expect(events.widest <= 3)
  }

  @Test func `what others need is finished before they begin`() async throws {
    let clusters = try TestClusters()
    let chain = [dependant("c", of: "b"), dependant("b", of: "a"), configMap("a")]
    let (outcome, events) = await clusters.apply(try await clusters.plan(chain))
    #expect(outcome.isComplete)
    for (first, second) in [("a", "b"), ("b", "c")] {
      let end = try #require(events.end(of: reference(.configMap, first)))
      #expect(end < (try #require(events.start(of: reference(.configMap, second)))))
    }
    let value = try await clusters.hub.get(reference(.configMap, "c"))?["data"]?["k"]
    #expect(value == "v")
  }

  @Test func `a failure stops what stands on it, and nothing else`() async throws {
    let clusters = try TestClusters()
    try clusters.sandbox.setFaults("verb=patch,resource=configmaps,name=a,after=1,forbid")
    let all = [
      configMap("a"), dependant("b", of: "a"), dependant("c", of: "b"), configMap("other"),
      configMap("far", on: "cluster1"),
    ]
    let (outcome, events) = await clusters.apply(try await clusters.plan(all))
    let a = reference(.configMap, "a")
    guard case .kubernetes(let error)? = outcome.failed[a] else {
      Issue.record("\(outcome)")
      return
    }
    #expect(error.isForbidden)
    #expect(outcome.failed.count == 1)
    #expect(
      events.skipped == [reference(.configMap, "b"): a, reference(.configMap, "c"): a]
    )
    #expect(outcome.skipped == Set(events.skipped.keys))
    #expect(
      Set(outcome.done.keys)
        == [reference(.configMap, "other"), reference(.configMap, "far", on: "cluster1")]
    )
    #expect(!outcome.isComplete)
  }

  @Test func `an obstacle of the plan is not tried`() async throws {
    let clusters = try TestClusters()
    try clusters.sandbox.setFaults("verb=patch,resource=configmaps,name=a,forbid")
    let planned = try await clusters.plan([configMap("a")])
    #expect(planned.plan[reference(.configMap, "a")]?.obstacles.map(\.code) == [.refused])
    try clusters.sandbox.setFaults()
    try clusters.sandbox.forgetRequests()
    let (outcome, _) = await clusters.apply(planned)
    #expect(outcome.failed.values.map(\.code) == [.obstacle])
    #expect(try clusters.sandbox.requests().allSatisfy(\.isRead))
  }

  @Test func `a walk that is told to stop begins nothing more, and goes on the next time`()
    async throws
  {
    let clusters = try TestClusters()
    let planned = try await clusters.plan(many)
    let run = Task {
      await clusters.apply(planned, parallel: 1) { event in
        // The walk tells what has ended in its own task.
        if case .finished = event { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
      }
    }
    let (outcome, events) = await run.value
    #expect(outcome.isInterrupted)
    #expect(!outcome.isComplete)
    #expect(outcome.done.count == 1)
    #expect(events.count { if case .started = $0 { true } else { false } } == 1)
    #expect(try await clusters.apply(many).done.count == many.count - 1)
  }

  @Test func `a cluster that nobody can reach fails what belongs there`() async throws {
    let clusters = try TestClusters()
    let planned = try await clusters.plan([configMap("a"), configMap("a", on: "cluster1")])
    let half = PlannedFleet(
      plan: planned.plan,
      live: planned.live,
      clients: FleetClients(
        hub: "hub",
        ways: ["hub": planned.clients.ways["hub"]].compactMapValues { $0 },
      ),
      fleet: fleet,
    )
    let (outcome, _) = await clusters.apply(half)
    guard case .noClient("cluster1")? = outcome.failed[reference(.configMap, "a", on: "cluster1")]
    else {
      Issue.record("\(outcome)")
      return
    }
    #expect(outcome.done == [reference(.configMap, "a"): .create])
  }
}
