import Facts
import JSON
import Kubernetes
import Objects
import Plan
import TestSupport
import Testing

@testable import Apply

/// What a look at clusters finds, and what it says of those that it cannot look at.
@Suite(.waitsForPrograms)
struct LookTests {
  private let clusters: TestClusters

  init() throws { clusters = try TestClusters() }

  private func look(_ manifests: [Manifest] = []) async -> LiveState {
    await clusters.look(manifests).look(through: clusters.clients).live
  }

  private func reason(_ live: LiveState, _ cluster: String) -> UnknownCluster? {
    if case .unknown(let reason)? = live.clusters[cluster] { reason } else { nil }
  }

  @Test func `the fleet's objects are found by label, others by name`() async throws {
    let ours = configMap("ours")
    try await clusters.apply([ours])
    let theirs = reference(.configMap, "theirs")
    _ = try await clusters.hub.create(Manifest(theirs).body, as: theirs)
    let live = await look()
    #expect(live[ours.reference] != nil)
    #expect(live[theirs] == nil)
    #expect(await look([Manifest(theirs)])[theirs] != nil)
    #expect(live.snapshot(of: "hub")?.identity.context == "hub")
  }

  @Test func `a namespace that is not there is missing, which is no ignorance`() async throws {
    let far = ObjectReference(cluster: "hub", .configMap, namespace: "nowhere", name: "x")
    let snapshot = await look([Manifest(far)]).snapshot(of: "hub")
    #expect(snapshot?.missingNamespaces == ["nowhere"])
    #expect(snapshot?.unreadable.isEmpty == true)
  }

  @Test func `a kind that may not be listed is unreadable, and all else is read`() async throws {
    try clusters.sandbox.setFaults("context=hub,resource=configmaps,forbid")
    let snapshot = await look([configMap("a")]).snapshot(of: "hub")
    #expect(snapshot?.unreadable.keys.sorted { $0.kind < $1.kind } == [.configMap])
    #expect(snapshot?.unreadable[.configMap]?.isForbidden == true)
  }

  @Test func `one namespace that may not be read says nothing of others`() async throws {
    try clusters.sandbox.setFaults(
      "context=hub,verb=list,resource=namespaces,forbid",
      "context=hub,resource=namespaces,name=theirs,forbid",
    )
    let (own, theirs) = (reference(.namespace, "own"), reference(.namespace, "theirs"))
    let inside = ObjectReference(cluster: "hub", .configMap, namespace: "own", name: "x")
    let live = await look([Manifest(own), Manifest(theirs), Manifest(inside)])
    #expect(live.unreadable(own) == nil)
    #expect(live.unreadable(theirs)?.isForbidden == true)
    #expect(live.unreadable(inside) == nil)
    #expect(live.snapshot(of: "hub")?.missingNamespaces == ["own"])
    let mark = Manifest(own).claiming(live, fleet: fleet).body["metadata"]?["annotations"]
    #expect(mark?[WellKnown.createdBy] == .string(fleet))
    #expect(Manifest(theirs).claiming(live, fleet: fleet).body == Manifest(theirs).body)
  }

  @Test func `a kind that may be listed in the fleet's namespace alone is read there`() async throws
  {
    try await clusters.apply([configMap("a")])
    try clusters.sandbox.setFaults("context=hub,verb=list,resource=configmaps,count=1,forbid")
    let live = await look()
    #expect(live[reference(.configMap, "a")] != nil)
    #expect(live.snapshot(of: "hub")?.unreadable.isEmpty == true)
  }

  @Test func `a cluster that refuses its first question is unknown, with what it said`()
    async throws
  {
    try clusters.sandbox.setFaults("context=cluster1,resource=namespaces,forbid")
    guard case .unreachable(let error)? = reason(await look(), "cluster1") else {
      Issue.record("it is known")
      return
    }
    #expect(error.isForbidden)
    #expect(reason(await look(), "hub") == nil)
  }

  @Test func `a way that is closed says why, and nothing is planned there`() async throws {
    let closed = UnknownCluster.otherServer(context: "c", found: "https://a", wanted: "https://b")
    var ways = clusters.clients.ways
    ways["cluster1"] = .closed(context: "c", closed)
    let planned = try await clusters.look([configMap("a", on: "cluster1")]).makePlan(
      through: FleetClients(hub: "hub", ways: ways),
      order: ["hub", "cluster1", "never"],
      settings: PlanSettings(),
    )
    #expect(planned.plan.changes.isEmpty)
    #expect(
      planned.plan.clusters.map(\.condition).dropFirst() == [
        .unknown(closed), .unknown(.notLookedAt),
      ]
    )
    #expect(planned.plan.isIncomplete)
  }

  @Test func `what a look tells of readiness is told object by object`() async throws {
    let there = configMap("there")
    try await clusters.apply([there])
    let absent = reference(.configMap, "absent")
    let status = FleetStatus([there.reference, absent], in: await look([there]))
    guard case .reached(let objects)? = status.clusters["hub"] else {
      Issue.record("the hub is not known")
      return
    }
    #expect(objects.map(\.readiness) == [.ready, .waiting(.absent)])
    #expect(!status.isReady)
    #expect(FleetStatus([there.reference], in: await look([there])).isReady)
  }
}
