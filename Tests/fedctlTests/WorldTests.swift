import Foundation
import TestSupport
import Testing

/// The life of examples on any clusters: a sandbox's here, others' with `make test-real`.
///
/// Nothing is asked but what a kubeconfig gives: no request log, no faults, no golden text.
@Suite(
  .waitsForPrograms,
  .serialized,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct WorldTests {
  @Test(arguments: WorldKind.examples)
  func `planned, applied, mended and torn down around what is others'`(_ example: String) throws {
    let world = try World("--prometheus-operator")
    let fleet = try ExampleFleet.unchecked(example)
    let namespace = fleet.contains("namespace: monitoring") ? "monitoring" : "thanos"
    // Somebody's fleet of that name is not ours to take down.
    try #require(try !world.has(namespace: namespace), "there is a namespace \(namespace) already")
    for context in World.contexts {
      try world.kubectl(context, "create", "ns", "reverse-words-app")
    }

    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 2)
    if fleet.contains("secret: metrics-example-com") {
      // Where pods really run, they wait for a certificate that is not the fleet's.
      _ = try world.fedctl("apply", "--yes", "--wait-timeout", "3s", fleet: fleet)
      try world.makeCertificate("metrics-example-com", on: "hub", in: "thanos", authority: "a")
    }
    try apply(fleet, to: world)
    // Somebody's hand takes a thing away and changes another.
    let label = "app.kubernetes.io/managed-by=fedctl"
    try world.kubectl("hub", "-n", namespace, "delete", "services", "-l", label)
    try world.kubectl(
      "cluster1",
      "-n",
      namespace,
      "label",
      "serviceaccounts",
      "-l",
      label,
      "app.kubernetes.io/managed-by=somebody",
      "--overwrite",
    )
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 2)
    try apply(fleet, to: world)

    try world.kubectl("cluster1", "-n", namespace, "create", "configmap", "mine")
    try teardown(fleet, from: world)
    let mine = try world.kubectl("cluster1", "-n", namespace, "get", "configmap/mine")
    #expect(mine.status == 0, "\(mine.stderr)")
    try world.kubectl("cluster1", "-n", namespace, "delete", "configmap/mine")
    let certificate = "secret/metrics-example-com"
    try world.kubectl("hub", "-n", namespace, "delete", "--ignore-not-found", certificate)
    try teardown(fleet, from: world)
    #expect(try !world.has(namespace: namespace))
  }

  /// Applies a fleet until nothing is left to do.
  private func apply(_ fleet: String, to world: World) throws {
    let applied = try world.fedctl("apply", "--yes", "--wait-timeout", "20m", fleet: fleet)
    #expect(applied.status == 0, "\(applied.stderr)")
    let plan = try world.fedctl("plan", "--detailed-exitcode", fleet: fleet)
    #expect(plan.status == 0, "\(plan.stdout)")
  }

  private func teardown(_ fleet: String, from world: World) throws {
    let outcome = try world.fedctl("teardown", "--yes", "--delete-volumes", fleet: fleet)
    #expect(outcome.status == 0, "\(outcome.stderr)")
  }
}
