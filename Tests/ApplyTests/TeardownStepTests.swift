import Facts
import JSON
import Kubernetes
import Objects
import Plan
import TestSupport
import Testing

@testable import Apply

/// Tearing a fleet down, and what stands in the way of it.
struct TeardownStepTests {
  private let clusters: TestClusters
  private let home = Manifest(
    ObjectReference(cluster: "hub", .namespace, name: "home"),
    ["metadata": ["labels": .object([WellKnown.fleetLabel: .string(fleet)])]],
  )

  init() throws { clusters = try TestClusters() }

  /// Looks in the namespace `home`, which the fleet makes.
  private var look: FleetLook {
    FleetLook(
      fleet: fleet,
      namespace: "home",
      manifests: [home],
      credentials: [:],
      now: 0,
      connect: { .closed(context: $0, .noContext) },
    )
  }

  private func plan() async throws -> PlannedFleet {
    try await look.makePlan(
      through: clusters.clients,
      order: ["hub", "cluster1"],
      settings: PlanSettings(),
    )
  }

  private func teardown() async throws -> PlannedFleet {
    try await look.makeTeardown(
      through: clusters.clients,
      order: ["hub", "cluster1"],
      settings: TeardownSettings(),
    )
  }

  private func moveIn(_ name: String) async throws -> ObjectReference {
    let object = reference(.configMap, name, in: "home")
    _ = try await clusters.hub.create(Manifest(object, ["data": ["k": "v"]]).body, as: object)
    return object
  }

  @Test func `a namespace that the fleet made goes again`() async throws {
    #expect(await clusters.apply(try await plan()).outcome.isComplete)
    let (outcome, _) = await clusters.apply(try await teardown())
    #expect(outcome.done == [home.reference: .delete])
    #expect(try await clusters.hub.get(home.reference) == nil)
  }

  @Test func `one that was there before stays, without the fleet's labels`() async throws {
    _ = try await clusters.hub.create(
      Manifest(home.reference, ["metadata": ["labels": ["team": "x"]]]).body,
      as: home.reference,
    )
    #expect(await clusters.apply(try await plan()).outcome.isComplete)
    let (outcome, _) = await clusters.apply(try await teardown())
    #expect(outcome.done == [home.reference: .release])
    let left = try #require(try await clusters.hub.get(home.reference))
    #expect(left.metadata.label(WellKnown.fleetLabel) == nil)
    #expect(left.metadata.label("team") == "x")
  }

  @Test func `one with others' objects is planned to stay, and names them`() async throws {
    #expect(await clusters.apply(try await plan()).outcome.isComplete)
    let theirs = try await moveIn("theirs")
    let planned = try await teardown()
    #expect(planned.plan[home.reference]?.notes == [.stays(.containsForeign([theirs]))])
  }

  @Test func `one into which somebody moved since the plan is not deleted`() async throws {
    #expect(await clusters.apply(try await plan()).outcome.isComplete)
    let planned = try await teardown()
    let theirs = try await moveIn("theirs")
    let (outcome, _) = await clusters.apply(planned)
    guard case .notEmpty(let objects)? = outcome.failed[home.reference] else {
      Issue.record("\(outcome)")
      return
    }
    #expect(objects == [theirs])
    #expect(try await clusters.hub.get(theirs) != nil)
  }

  @Test func `one that cannot be read in full stays`() async throws {
    #expect(await clusters.apply(try await plan()).outcome.isComplete)
    try clusters.sandbox.setFaults("verb=list,resource=leases,forbid")
    let notes = try await teardown().plan[home.reference]?.notes ?? []
    guard case .stays(.contentUnknown(.request(let error)))? = notes.first else {
      Issue.record("\(notes)")
      return
    }
    #expect(error.isForbidden)
  }

  @Test func `the fleet's own lease does not keep its namespace`() async throws {
    #expect(await clusters.apply(try await plan()).outcome.isComplete)
    let lease = FleetLease(
      try clusters.hub,
      hub: "hub",
      fleet: fleet,
      namespace: "home",
      holder: "me",
    )
    _ = try await lease.acquire()
    #expect(try await teardown().plan[home.reference]?.action == .delete)
  }
}
