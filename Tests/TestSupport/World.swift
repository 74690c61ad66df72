import Foundation

/// Clusters of which a test knows no more than a kubeconfig with the contexts hub, cluster1 and cluster2.
///
/// A sandbox of its own, or those that FEDCTL_TEST_KUBECONFIG names. There, one test follows another,
/// and what it has made goes with it: the fleet, its namespaces, its definitions.
package final class World: Clusters {
  private let sandbox: Sandbox?
  package let kubeconfig: String
  /// What somebody's clusters held before; nil for a sandbox, which goes as a whole.
  private let before: Inhabitants?
  /// All that has been applied, so that it can be taken down.
  private var fleets: [String] = []

  package static let contexts = ["hub", "cluster1", "cluster2"]

  /// The arguments are for a sandbox: somebody's clusters are as they are.
  package init(_ arguments: String...) throws {
    if let real = WorldKind.kubeconfig {
      (sandbox, kubeconfig) = (nil, real)
      let inhabitants = try Inhabitants(kubeconfig: real)
      guard !inhabitants.hasFleet else { throw Occupied() }
      before = inhabitants
      // The applications' namespace of the examples, as a sandbox has it.
      for context in Self.contexts {
        try kubectl(context, "create", "namespace", "reverse-words-app")
      }
    } else {
      let own = try Sandbox(arguments)
      (sandbox, kubeconfig, before) = (own, own.kubeconfig, nil)
    }
  }

  deinit {
    guard let before else { return }
    for fleet in fleets.reversed() {
      _ = try? Fedctl("teardown", "--yes", "--delete-volumes").against(self, fleet: fleet).run()
    }
    try? before.removeOthers()
  }

  /// Somebody's clusters have a fleet already, which no test may touch.
  package struct Occupied: Error {}

  /// Somebody's clusters can neither be disturbed nor asked what they were asked.
  package struct NotPlayed: Error {}

  /// The sandbox that the clusters are, for a test that is not run elsewhere.
  package var played: Sandbox {
    get throws {
      guard let sandbox else { throw NotPlayed() }
      return sandbox
    }
  }

  /// Clusters to which the example has been applied.
  package static func withFleet() throws -> World {
    let world = try World()
    let outcome = try world.fedctl("apply", "--yes")
    guard outcome.status == 0 else { throw Sandbox.NotApplied(outcome: outcome) }
    return world
  }

  package func note(fleet: String) {
    if !fleets.contains(fleet) { fleets.append(fleet) }
  }

  /// Whether some cluster has a namespace, as a fleet that is there already.
  package func has(namespace: String) throws -> Bool {
    try Self.contexts.contains { try kubectl($0, "get", "namespace", namespace).status == 0 }
  }
}
