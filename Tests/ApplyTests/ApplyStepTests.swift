import Facts
import JSON
import Kubernetes
import Objects
import Plan
import TestSupport
import Testing

@testable import Apply

/// What is done to one object, by what the plan says of it.
@Suite(.waitsForPrograms)
struct ApplyStepTests {
  private let clusters: TestClusters

  init() throws { clusters = try TestClusters() }

  private func live(_ object: ObjectReference) async throws -> JSON? {
    try await clusters.hub.get(object)
  }

  private func action(_ manifest: Manifest) async throws -> Action? {
    try await clusters.plan([manifest]).plan[manifest.reference]?.action
  }

  @Test func `what is created, then changed, is what the file says, and then stays`() async throws {
    let first = configMap("a", "1")
    #expect(try await clusters.apply([first]).done == [first.reference: .create])
    let second = configMap("a", "2")
    #expect(try await clusters.apply([second]).done == [first.reference: .update])
    #expect(try await live(first.reference)?["data"]?["k"] == "2")
    #expect(try await action(second) == Action.none)
  }

  @Test func `what the file no longer has is deleted`() async throws {
    let gone = configMap("a")
    try await clusters.apply([gone])
    #expect(try await clusters.apply([]).done == [gone.reference: .delete])
    #expect(try await live(gone.reference) == nil)
  }

  @Test func `an object of that name that was made since the plan is left alone`() async throws {
    let gone = configMap("a")
    try await clusters.apply([gone])
    let planned = try await clusters.plan([])
    _ = try await clusters.hub.delete(gone.reference)
    _ = try await clusters.hub.create(gone.body, as: gone.reference)
    let (outcome, _) = await clusters.apply(planned)
    guard case .kubernetes(let error)? = outcome.failed[gone.reference] else {
      Issue.record("\(outcome)")
      return
    }
    #expect(error.isConflict)
    #expect(try await live(gone.reference) != nil)
  }

  @Test func `what has gone already is no failure`() async throws {
    let gone = configMap("a")
    try await clusters.apply([gone])
    let planned = try await clusters.plan([])
    _ = try await clusters.hub.delete(gone.reference)
    #expect(await clusters.apply(planned).outcome.isComplete)
  }

  @Test(.enabled(if: Sandbox.hasKubectl, "kubectl is the hand whose leftovers are taken over"))
  func `what a hand has made is taken over, and its leftovers go`() async throws {
    let text = """
      {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"\(namespace)"},\
      "data":{"k":"old","leftover":"x"}}
      """
    try clusters.sandbox.kubectl("hub", "create", "-f", "-", input: text)
    let wanted = configMap("a", "new")
    #expect(try await clusters.apply([wanted]).done == [wanted.reference: .adopt])
    #expect(try await live(wanted.reference)?["data"] == ["k": "new"])
    #expect(try await action(wanted) == Action.none)
  }

  private func deployment(_ app: String) -> Manifest {
    let labels: JSON = ["app": .string(app)]
    return manifest(
      .deployment,
      "web",
      [
        "spec": [
          "replicas": 1, "selector": ["matchLabels": labels],
          "template": [
            "metadata": ["labels": labels],
            "spec": ["containers": [["name": "web", "image": "example.com/web:1"]]],
          ],
        ]
      ],
    )
  }

  @Test func `a field that cannot change makes the object anew, and ready`() async throws {
    let before = deployment("one")
    try await clusters.apply([before])
    let uid = try await live(before.reference)?.metadata.uid
    let outcome = try await clusters.apply([deployment("two")])
    #expect(outcome.done == [before.reference: .replace])
    let after = try #require(try await live(before.reference))
    #expect(after.metadata.uid != uid)
    #expect(Readiness.of(after, kind: .deployment) == .ready)
  }

  @Test func `a new object that the server would refuse leaves the old one where it is`()
    async throws
  {
    let before = deployment("one")
    try await clusters.apply([before])
    let uid = try await live(before.reference)?.metadata.uid
    var after = deployment("two")
    let policy = FieldPath(keys: "spec", "template", "spec", "dnsPolicy")
    after.body = after.body.setting(policy, to: "Nonsense")
    let planned = try await clusters.plan([after])
    #expect(planned.plan[after.reference]?.obstacles.map(\.code) == [.refused])
    let (outcome, _) = await clusters.apply(planned)
    #expect(outcome.done.isEmpty)
    #expect(try await live(before.reference)?.metadata.uid == uid)
  }

  @Test func `an object that was deleted and not made again is told as deleted`() async throws {
    let before = deployment("one")
    try await clusters.apply([before])
    let planned = try await clusters.plan([deployment("two")])
    // The first PATCH is the dry run.
    try clusters.sandbox.setFaults("verb=patch,resource=deployments,after=1,status=403")
    let (outcome, _) = await clusters.apply(planned)
    #expect(outcome.failed[before.reference]?.code == .deletedOnly)
    #expect(outcome.done == [before.reference: .delete])
    #expect(try await live(before.reference) == nil)
    try clusters.sandbox.setFaults()
    #expect(try await clusters.apply([deployment("two")]).done == [before.reference: .create])
  }

  @Test func `a session secret is made once and kept by later runs`() async throws {
    let secret = reference(.secret, "session")
    let wanted = manifest(
      .secret,
      "session",
      bindings: [
        Binding(
          FieldPath(keys: "data", "k"),
          [.value(.generated(GeneratedSecret(in: secret, key: "k", length: 43)))],
          encoding: .base64,
        )
      ],
    )
    try await clusters.apply([wanted])
    let first = try await live(secret)?["data"]?["k"]
    #expect(first != nil)
    try await clusters.apply([wanted, configMap("a")])
    #expect(try await live(secret)?["data"]?["k"] == first)
  }

  @Test func `the hub's namespace is applied ahead of the walk, and once`() async throws {
    let name = "fleet-home"
    let place = ObjectReference(cluster: "hub", .namespace, name: name)
    let labels: JSON = ["metadata": ["labels": .object([WellKnown.fleetLabel: .string(fleet)])]]
    let planned = try await clusters.plan([Manifest(place, labels)])
    #expect(try await planned.applyHubNamespace(named: name, within: .seconds(3600)))
    #expect(try await live(place) != nil)
    #expect(
      try await clusters.plan([]).applyHubNamespace(named: "nowhere", within: .seconds(3600))
        == false
    )
  }
}
