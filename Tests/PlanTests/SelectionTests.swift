import Graph
import JSON
import Objects
import Plan
import Testing

/// A plan that is narrowed to a part of the fleet does that part, what it needs, and nothing else.
struct SelectionTests {
  private let other = "other"

  private func handedOff(_ producer: Manifest) -> Binding {
    Binding(
      FieldPath(keys: "data", "value"),
      [.value(.handOff(HandOff(from: producer.reference, .data(key: "key"))))],
    )
  }

  /// Objects on the hub and two clusters: each cluster takes from the hub, and the hub from each cluster.
  private func plan(_ live: LiveState? = nil) throws -> ChangePlan {
    let token = manifest(
      .secret,
      "token",
      ["metadata": ["labels": ["fedctl.dev/cluster": "spoke"]]],
    )
    let service = manifest(.service, "way", on: spoke)
    let manifests = [
      token, service, manifest(.configMap, "lone"),
      manifest(.configMap, "endpoints", bindings: [handedOff(service)]),
      manifest(.configMap, "writes", on: spoke, bindings: [handedOff(token)]),
      manifest(.configMap, "writes", on: other),
    ]
    return try planning(manifests, live ?? PlanTests.live(on: names), on: names)
  }

  private var names: [String] { [hub, spoke, other] }

  private func names(of plan: ChangePlan) -> [String] {
    plan.changes.filter { $0.action != .none }.map(\.reference.description).sorted()
  }

  @Test func `a cluster comes with what the hub has for it`() throws {
    let part = try plan().narrowed(to: Selection(clusters: [spoke]))
    #expect(!names(of: part).contains { $0.hasPrefix("other:") })
    #expect(names(of: part).count == 5)
    #expect(part.leftOut?.objects.count == 1)
    #expect(part.leftOut?.clusters == 1)
    #expect(part.clusters.map(\.name) == [hub, spoke])
  }

  @Test func `an object comes with what it needs`() throws {
    let choice = try #require(ObjectChoice("configmaps/endpoints"))
    let part = try plan().narrowed(to: Selection(objects: [choice]))
    #expect(names(of: part) == ["hub: ConfigMap n/endpoints", "spoke: Service n/way"])
  }

  @Test func `what the hub has already is not changed for one cluster`() throws {
    let lone = manifest(.configMap, "lone", ["data": ["a": "b"]])
    let part = try plan(live([lone.reference: lone.applied], on: names))
      .narrowed(to: Selection(clusters: [spoke]))
    #expect(!names(of: part).contains("hub: ConfigMap n/lone"))
  }

  @Test func `nothing is deleted that was not chosen`() throws {
    let gone = manifest(.secret, "gone", on: other)
    let plan = try planning([], live([gone.reference: gone.applied], on: names), on: names)
    #expect(names(of: plan.narrowed(to: Selection(clusters: [spoke]))).isEmpty)
    #expect(names(of: plan.narrowed(to: Selection(clusters: [other]))).count == 1)
  }

  @Test func `a choice of everything is the plan itself`() throws {
    let plan = try plan()
    #expect(plan.narrowed(to: Selection()).leftOut == nil)
    #expect(plan.narrowed(to: Selection()).changes.count == plan.changes.count)
  }

  @Test(arguments: ["Deployment", "Deployment/", "/x", "a/b/c", ""])
  func `no choice of an object`(text: String) { #expect(ObjectChoice(text) == nil) }
}

/// How an apply goes from cluster to cluster.
struct RolloutTests {
  private let managed = (1...5).map { "c\($0)" }

  private func plan() throws -> ChangePlan {
    let names = [hub] + managed
    return try planning(
      names.map { manifest(.configMap, "m", on: $0) },
      live(on: names),
      on: names,
    )
  }

  @Test(
    arguments: [
      (Rollout(), [5]), (Rollout(canary: 1), [1, 4]), (Rollout(batch: 2), [2, 2, 1]),
      (Rollout(canary: 1, batch: 3), [1, 3, 1]), (Rollout(canary: 9, batch: 3), [5]),
    ]
  )
  func `waves of managed clusters`(rollout: Rollout, sizes: [Int]) throws {
    #expect(try plan().waves(of: rollout).map(\.count) == sizes)
  }

  @Test func `each wave waits for the one before, and the hub for none`() throws {
    let staged = try plan().staged(Rollout(canary: 1, batch: 2))
    func before(_ cluster: String) -> [String] {
      staged.graph.prerequisites(of: manifest(.configMap, "m", on: cluster).reference)
        .map(\.cluster).sorted()
    }
    #expect([hub, "c1", "c2", "c4"].map(before) == [[], [], ["c1"], ["c2", "c3"]])
  }
}
