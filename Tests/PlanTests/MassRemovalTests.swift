import JSON
import Objects
import Plan
import Testing

/// When a plan deletes more than anybody deletes by the way.
struct MassRemovalTests {
  /// A plan that keeps some objects, and deletes others from some clusters in turn.
  private func plan(keeping kept: Int, deleting deleted: Int, on clusters: [String]) throws
    -> ChangePlan
  {
    let staying = (0..<kept).map { manifest(.configMap, "kept-\($0)") }
    let leaving = (0..<deleted).map {
      manifest(.configMap, "gone-\($0)", on: clusters[$0 % clusters.count])
    }
    let objects = (staying + leaving).map { ($0.reference, $0.applied) }
    return try planning(staying, live(Dictionary(objects) { $1 }))
  }

  @Test func `more than a quarter, and not one cluster's alone`() throws {
    let removal = try plan(keeping: 5, deleting: 4, on: [hub, spoke]).massRemoval(over: nil)
    #expect(removal == nil)
    let ofHub = try plan(keeping: 1, deleting: 7, on: [hub, hub, hub, spoke]).massRemoval(over: nil)
    #expect(ofHub?.deletions == 7)
    #expect(ofHub?.owned == 8)
    #expect(ofHub?.clusters == [hub, spoke])
    #expect(try plan(keeping: 1, deleting: 9, on: [spoke]).massRemoval(over: nil) == nil)
  }

  @Test(arguments: [(5, true), (6, false)])
  func `more than a quarter of two managed clusters`(kept: Int, isMuch: Bool) throws {
    let label: JSON = ["metadata": ["labels": .object([WellKnown.managedCluster: "another"])]]
    let gone = [manifest(.secret, "s", on: spoke), manifest(.secret, "s", label)]
    let staying = (0..<kept).map { manifest(.configMap, "kept-\($0)") }
    let objects = (staying + gone).map { ($0.reference, $0.applied) }
    let plan = try planning(staying, live(Dictionary(objects) { $1 }))
    #expect((plan.massRemoval(over: nil) != nil) == isMuch)
  }

  @Test func `or more than was allowed, wherever`() throws {
    let plan = try plan(keeping: 1, deleting: 9, on: [spoke])
    #expect(plan.massRemoval(over: 9) == nil)
    #expect(plan.massRemoval(over: 8)?.deletions == 9)
  }

  @Test func `what the hub keeps for a cluster counts as the cluster's`() throws {
    let label: JSON = ["metadata": ["labels": .object([WellKnown.managedCluster: .string(spoke)])]]
    let identity = manifest(.serviceAccount, "spoke", on: hub, label)
    let gone = manifest(.secret, "s", on: spoke)
    let state = live([identity.reference: identity.applied, gone.reference: gone.applied])
    #expect(try planning([], state).massRemoval(over: nil) == nil)
  }
}
