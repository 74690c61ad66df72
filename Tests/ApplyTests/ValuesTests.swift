import JSON
import Objects
import Plan
import Testing
import Text

@testable import Apply

/// What fills a manifest at the moment when it is sent.
struct ValuesTests {
  private let secret = ObjectReference(cluster: "hub", .secret, namespace: "n", name: "s")

  private func values(_ objects: [ObjectReference: JSON] = [:]) -> LiveValues {
    let identity = ClusterIdentity(context: "hub", server: "https://hub", uid: "u")
    let live = LiveState(clusters: [
      "hub": .reached(ClusterSnapshot(identity: identity, objects: objects))
    ])
    return LiveValues(live, clients: FleetClients(hub: "hub", ways: [:]), hiding: KnownSecrets())
  }

  private var generated: Manifest {
    let value = PendingValue.generated(GeneratedSecret(in: secret, key: "k", length: 43))
    return Manifest(
      secret,
      bindings: [Binding(FieldPath(keys: "data", "k"), [.value(value)])],
    )
  }

  @Test func `a session secret is made once, of the asked length, and then kept`() async throws {
    let first = try await values().resolve(generated)["data"]?["k"]?.stringValue
    let second = try await values().resolve(generated)["data"]?["k"]?.stringValue
    #expect(first?.count == 43)
    #expect(first != second)
    let live: JSON = ["kind": "Secret", "data": ["k": "a2VlcG1l"]]
    #expect(try await values([secret: live]).resolve(generated)["data"]?["k"] == "keepme")
  }

  @Test func `a value that no producer has is missed by name`() async {
    let route = ObjectReference(cluster: "hub", .route, namespace: "n", name: "r")
    let consumer = Manifest(
      secret,
      bindings: [
        Binding(
          FieldPath(keys: "data", "host"),
          [.value(.handOff(HandOff(from: route, .admittedHost)))],
        )
      ],
    )
    do throws(ApplyError) {
      _ = try await values().resolve(consumer)
      Issue.record("a host came from nowhere")
    } catch {
      guard case .missing(let value) = error else {
        Issue.record("\(error)")
        return
      }
      #expect("\(value)" == "hub: Route n/r status.ingress[].host")
    }
  }
}

/// The walk through a plan, without any cluster.
struct PlanWalkTests {
  private func reference(_ name: String) -> ObjectReference {
    ObjectReference(cluster: "hub", .configMap, namespace: "n", name: name)
  }

  /// `base` is there and unchanged; `top` needs it and is created; `lonely` is unchanged.
  private func walk(awaiting awaited: Set<ObjectReference> = []) throws -> PlanWalk {
    let value = Binding(
      FieldPath(keys: "data", "x"),
      [.value(.handOff(HandOff(from: reference("base"), .data(key: "x"))))],
    )
    let labels: JSON = ["metadata": ["labels": ["fedctl.dev/fleet": "f"]]]
    let fields: JSON = ["f:metadata": ["f:labels": ["f:fedctl.dev/fleet": [:]]]]
    let live: JSON = labels.merging([
      "metadata": [
        "managedFields": [["manager": "fedctl", "operation": "Apply", "fieldsV1": fields]]
      ]
    ])
    let manifests = ["base", "lonely"].map { Manifest(reference($0), labels) }
    let top = Manifest(reference("top"), labels, bindings: [value])
    let objects = Dictionary(
      uniqueKeysWithValues: manifests.map { ($0.reference, $0.body.merging(live)) }
    )
    let identity = ClusterIdentity(context: "hub", server: "https://hub", uid: "u")
    let cluster = PlannedCluster(
      name: "hub",
      context: "hub",
      condition: .reached(identity),
      isLeaving: false,
    )
    let input = PlanInput(
      fleet: "f",
      hub: "hub",
      clusters: [cluster],
      manifests: manifests + [top],
    )
    let state = LiveState(clusters: [
      "hub": .reached(ClusterSnapshot(identity: identity, objects: objects))
    ])
    return PlanWalk(try planChanges(input, live: state, answers: [:]), awaiting: awaited)
  }

  @Test func `what stays is waited for where it is not ready`() throws {
    var walk = try walk(awaiting: [reference("lonely")])
    var names: Set<String> = []
    while let change = walk.next() { names.insert(change.reference.name) }
    #expect(names == ["base", "lonely"])
  }

  @Test func `what was made and is not ready counts as made`() throws {
    var walk = try walk()
    _ = walk.next()
    _ = walk.end(reference("base"), .complete)
    _ = walk.next()
    _ = walk.end(reference("top"), .unready(.unresolved("a")))
    let outcome = walk.outcome(isInterrupted: false)
    #expect(outcome.done == [reference("top"): .create])
    #expect(outcome.failed.isEmpty)
    #expect(outcome.unready[reference("top")]?.code == .unresolved)
    #expect(!outcome.isComplete)
  }

  @Test func `what stays is waited for only where something that changes stands on it`() throws {
    var walk = try walk()
    #expect(walk.next()?.reference.name == "base")
    #expect(walk.next() == nil)
    _ = walk.end(reference("base"), .complete)
    #expect(walk.next()?.reference.name == "top")
    _ = walk.end(reference("top"), .complete)
    let outcome = walk.outcome(isInterrupted: false)
    #expect(outcome.done == [reference("top"): .create])
    #expect(outcome.isComplete)
  }

  @Test func `what stands on a failure is skipped and told with its cause`() throws {
    var walk = try walk()
    _ = walk.next()
    let events = walk.end(reference("base"), .failed(.noClient(cluster: "hub")))
    guard case .skipped(let object, let cause)? = events.last else {
      Issue.record("\(events)")
      return
    }
    #expect(object == reference("top"))
    #expect(cause == reference("base"))
    #expect(walk.next() == nil)
    #expect(!walk.outcome(isInterrupted: false).isComplete)
  }
}
