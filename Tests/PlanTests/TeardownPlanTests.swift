import Facts
import JSON
import Objects
import Plan
import Testing

/// What stays when a fleet is torn down, and why.
struct TeardownPlanTests {
  private let namespace = ObjectReference(cluster: hub, .namespace, name: "n")
  private let theirs = reference(.configMap, "theirs")
  private let claim = reference(.persistentVolumeClaim, "data-0")

  private func made(by fleet: String?) -> JSON {
    let annotations: JSON = fleet.map { .object([WellKnown.createdBy: .string($0)]) } ?? [:]
    return [
      "metadata": [
        "name": "n", "labels": .object([WellKnown.fleetLabel: "f"]), "annotations": annotations,
      ]
    ]
  }

  private func teardown(
    _ holding: Holding,
    madeBy maker: String? = "f",
    deletesVolumes: Bool = false,
    unknown: [String] = [],
  ) throws -> ChangePlan {
    let state = live([namespace: made(by: maker)], unknown: unknown)
    let clusters = [hub, spoke].map { name in
      PlannedCluster(
        name: name,
        context: name,
        condition: state.snapshot(of: name).map { .reached($0.identity) } ?? .unknown(silence),
        isLeaving: false,
      )
    }
    let input = TeardownInput(
      fleet: "f",
      hub: hub,
      clusters: clusters,
      manifests: [],
      deletesVolumes: deletesVolumes,
      holdings: [namespace: holding],
    )
    return try planTeardown(input, live: state)
  }

  private func reason(_ plan: ChangePlan) -> StayReason? {
    guard case .stays(let reason)? = plan[namespace]?.notes.first else { return nil }
    return reason
  }

  @Test func `a namespace that the fleet made goes when it holds nothing else`() throws {
    #expect(try teardown(Holding())[namespace]?.action == .delete)
  }

  /// What may not be read is not gone, and what tells where it is goes last of all.
  @Test func `what cannot be read is told, and the records of it stay`() throws {
    let service = manifest(.service, "s", on: spoke)
    let record = { (cluster: String) in reference(.configMap, Inventory.name, on: cluster) }
    let labelled: JSON = [
      "metadata": ["name": .string(Inventory.name), "labels": .object([WellKnown.fleetLabel: "f"])]
    ]
    var state = live([record(hub): labelled, record(spoke): labelled])
    var snapshot = try #require(state.snapshot(of: spoke))
    snapshot.unreadable[.service] = said(403, "no")
    state = LiveState(
      clusters: [
        hub: .reached(try #require(state.snapshot(of: hub))), spoke: .reached(snapshot),
      ]
    )
    let clusters = [hub, spoke].compactMap { name in
      state.snapshot(of: name).map {
        PlannedCluster(
          name: name,
          context: name,
          condition: .reached($0.identity),
          isLeaving: false,
        )
      }
    }
    let input = TeardownInput(fleet: "f", hub: hub, clusters: clusters, manifests: [service])
    let plan = try planTeardown(input, live: state)
    #expect(plan.isIncomplete)
    #expect(plan[service.reference]?.obstacles == [.unreadable(said(403, "no"))])
    for cluster in [hub, spoke] {
      #expect(plan[record(cluster)]?.notes == [.stays(.records(clusters: [spoke]))])
    }
  }

  @Test func `one that was there before is given back and not deleted`() throws {
    #expect(try teardown(Holding(), madeBy: nil)[namespace]?.action == .release)
    #expect(try teardown(Holding(), madeBy: "g")[namespace]?.action == .release)
  }

  @Test func `one that nobody has looked into stays`() throws {
    let state = live([namespace: made(by: "f")])
    let input = TeardownInput(fleet: "f", hub: hub, clusters: [], manifests: [])
    #expect(reason(try planTeardown(input, live: state)) == .contentUnknown(.notLookedAt))
  }

  @Test func `one with others' objects stays, and names them`() throws {
    let plan = try teardown(Holding(foreign: [theirs]))
    #expect(plan[namespace]?.action == Action.none)
    #expect(reason(plan) == .containsForeign([theirs]))
  }

  @Test func `one that cannot be read in full stays`() throws {
    #expect(
      reason(try teardown(Holding(unreadable: .silentGroup("metrics.k8s.io/v1beta1"))))
        == .contentUnknown(.silentGroup("metrics.k8s.io/v1beta1"))
    )
  }

  @Test func `one with metrics stays with them, unless they were asked to go`() throws {
    let holding = Holding(claims: [claim: [:]])
    let kept = try teardown(holding)
    #expect(reason(kept) == .contains(claims: 1))
    #expect(kept[claim]?.notes == [.stays(.holdsData)])
    let gone = try teardown(holding, deletesVolumes: true)
    #expect(gone[namespace]?.action == .delete)
    #expect(gone[claim]?.action == .delete)
  }

  @Test func `the hub remembers a cluster that cannot be looked at`() throws {
    #expect(reason(try teardown(Holding(), unknown: [spoke])) == .records(clusters: [spoke]))
  }
}
