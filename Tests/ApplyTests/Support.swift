import Facts
import HTTP
import JSON
import Kubernetes
import Objects
import Plan
import TestSupport
import Testing
import Text

@testable import Apply

/// The name of the fleet that all these tests are about, its namespace and its clusters.
let fleet = "f"
let namespace = "reverse-words-app"

/// A reference to an object on the hub, in the fleet's namespace where it has one.
func reference(
  _ kind: ResourceKind,
  _ name: String,
  on cluster: String = "hub",
  in place: String = namespace,
) -> ObjectReference {
  ObjectReference(cluster: cluster, kind, namespace: place, name: name)
}

/// A manifest of the fleet's.
func manifest(
  _ kind: ResourceKind,
  _ name: String,
  on cluster: String = "hub",
  _ fields: JSON = [:],
  bindings: [Binding] = [],
) -> Manifest {
  let labels: JSON = ["metadata": ["labels": .object([WellKnown.fleetLabel: .string(fleet)])]]
  return Manifest(reference(kind, name, on: cluster), labels.merging(fields), bindings: bindings)
}

/// A ConfigMap that takes a value from another, so that it comes after that.
func dependant(_ name: String, of producer: String) -> Manifest {
  let value = HandOff(from: reference(.configMap, producer), .data(key: "k"))
  return manifest(
    .configMap,
    name,
    bindings: [Binding(FieldPath(keys: "data", "k"), [.value(.handOff(value))])],
  )
}

func configMap(_ name: String, on cluster: String = "hub", _ value: String = "v") -> Manifest {
  manifest(.configMap, name, on: cluster, ["data": ["k": .string(value)]])
}

/// A sandbox and the engine's ways to its clusters.
struct TestClusters {
  let sandbox: Sandbox
  let clients: FleetClients

  init(_ arguments: String...) throws {
    sandbox = try Sandbox(arguments)
    let kubeconfig = try Kubeconfig.load(path: sandbox.kubeconfig, environment: [:], home: nil)
    let transport = try HTTPTransport()
    var ways: [String: FleetClients.Way] = [:]
    for cluster in ["hub", "cluster1"] {
      let connection = try kubeconfig.connection(context: cluster)
      // Hundreds of tests share two threads, so that an answer may be looked at late.
      let patience = Patience(atFirst: .seconds(3600), afterwards: .seconds(3600))
      let client = KubernetesClient(connection, transport: transport, patience: patience)
      ways[cluster] = .open(client)
    }
    clients = FleetClients(hub: "hub", ways: ways)
  }

  var hub: KubernetesClient {
    get throws { try #require(clients["hub"]) }
  }

  func look(_ manifests: [Manifest], now: Int = 0) -> FleetLook {
    FleetLook(
      fleet: fleet,
      namespace: namespace,
      manifests: manifests,
      credentials: [:],
      now: now,
      connect: { .closed(context: $0, .noContext) },
    )
  }

  func plan(_ manifests: [Manifest]) async throws -> PlannedFleet {
    try await look(manifests).makePlan(
      through: clients,
      order: ["hub", "cluster1"],
      settings: PlanSettings(),
    )
  }

  /// Plans and applies, and tells what happened.
  @discardableResult
  func apply(_ manifests: [Manifest]) async throws -> ApplyOutcome {
    await apply(try await plan(manifests)).outcome
  }

  func apply(
    _ planned: PlannedFleet,
    parallel: Int = 8,
    onEvent: @escaping @Sendable (ApplyEvent) -> Void = { _ in },
  ) async -> (outcome: ApplyOutcome, events: [ApplyEvent]) {
    let events = EventLog()
    let settings = ApplySettings(waitTimeout: .seconds(3600), maximumParallel: parallel)
    let outcome = await planned.apply(settings, hiding: KnownSecrets()) { event in
      events.append(event)
      onEvent(event)
    }
    return (outcome, events.all)
  }
}
