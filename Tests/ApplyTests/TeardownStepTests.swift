import Facts
import JSON
import Kubernetes
import Objects
import Plan
import TestSupport
import Testing

@testable import Apply

/// Tearing a fleet down, and what stands in the way of it.
@Suite(.waitsForPrograms)
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

  // MARK: What changes between the plan and its answer

  /// A fleet of the namespace `home` with a ConfigMap in it, and a teardown of it that is planned.
  private func plannedTeardown() async throws -> (PlannedFleet, ObjectReference) {
    let object = reference(.configMap, "c", in: "home")
    let labels: JSON = ["metadata": ["labels": .object([WellKnown.fleetLabel: .string(fleet)])]]
    #expect(await clusters.apply(try await plan()).outcome.isComplete)
    _ = try await clusters.hub.create(Manifest(object, labels).body, as: object)
    let planned = try await teardown()
    #expect(planned.plan[object]?.action == .delete)
    return (planned, object)
  }

  @Test func `an object that has lost the fleet's label since is left, and its namespace too`()
    async throws
  {
    let (planned, object) = try await plannedTeardown()
    _ = try await clusters.hub.mergePatch(
      object,
      ["metadata": ["labels": .object([WellKnown.fleetLabel: .null])]],
    )
    let (outcome, _) = await clusters.apply(planned)
    #expect(outcome.failed[object]?.code == .disowned)
    #expect(outcome.skipped == [home.reference])
    #expect(try await clusters.hub.get(object)?.metadata.isBeingDeleted == false)
  }

  @Test func `one that has changed otherwise goes all the same`() async throws {
    let (planned, object) = try await plannedTeardown()
    _ = try await clusters.hub.mergePatch(object, ["data": ["k": "another"]])
    let (outcome, _) = await clusters.apply(planned)
    #expect(outcome.isComplete)
    #expect(try await clusters.hub.get(object) == nil)
  }

  @Test func `another object of the same name is left`() async throws {
    let (planned, object) = try await plannedTeardown()
    _ = try await clusters.hub.delete(object)
    _ = try await clusters.hub.create(Manifest(object, ["data": ["k": "v"]]).body, as: object)
    let (outcome, _) = await clusters.apply(planned)
    #expect(outcome.failed[object]?.code == .kubernetes)
    #expect(try await clusters.hub.get(object) != nil)
  }
}
