import Foundation
import TestSupport
import Testing

/// The API of `kubectl top`, which a cluster has once.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .enabled(if: WorldKind.suits(.kubernetes, hasOperator: true), "needs such clusters"),
)
struct MetricsServerTests {
  private let fleet: String
  private let world: World

  init() throws {
    fleet = try ExampleFleet.text(of: "federate-kubernetes")
    world = try World("--prometheus-operator")
  }

  @Test func `where somebody else answers for it, theirs is left and none is installed`() throws {
    try install(on: "cluster1")
    // No namespace of a real cluster ends while an API is registered for which nobody answers.
    defer { _ = try? uninstall(from: "cluster1") }
    let before = try api(on: "cluster1")
    let plan = try world.fedctl("plan", "--full", fleet: fleet)
    #expect(
      plan.stdout.contains(
        """
          = APIService v1beta1.metrics.k8s.io
                somebody else has installed it, so it is left as it is
        """
      ),
      "\(plan.stdout)",
    )
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try api(on: "cluster1") == before)
    #expect(try deployments(on: "cluster1") == ["kube-state-metrics"])
    #expect(try deployments(on: "cluster2") == ["kube-state-metrics", "metrics-server"])
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
    #expect(try world.fedctl("status", fleet: fleet).status == 0)
    #expect(try world.fedctl("teardown", "--yes", fleet: fleet).status == 0)
    #expect(try api(on: "cluster1") == before)
  }

  @Test func `where a cloud brings its own later, the fleet's goes`() throws {
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    try uninstall(from: "cluster1")
    try install(on: "cluster1")
    defer { _ = try? uninstall(from: "cluster1") }
    #expect(try world.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try deployments(on: "cluster1") == ["kube-state-metrics"])
  }

  private func install(on cluster: String) throws {
    let service = """
      {"apiVersion": "apiregistration.k8s.io/v1", "kind": "APIService",
       "metadata": {"name": "v1beta1.metrics.k8s.io"},
       "spec": {"group": "metrics.k8s.io", "version": "v1beta1", "groupPriorityMinimum": 100,
                "versionPriority": 100, "service": {"name": "addon", "namespace": "kube-system"}}}
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json")
    try Data(service.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try world.kubectl(cluster, "create", "-f", file.path)
  }

  private func uninstall(from cluster: String) throws {
    try world.kubectl(cluster, "delete", "apiservice", "v1beta1.metrics.k8s.io")
  }

  private func api(on cluster: String) throws -> String {
    try world.kubectl(
      cluster,
      "get",
      "apiservice/v1beta1.metrics.k8s.io",
      "-o",
      "jsonpath={.metadata.uid} {.metadata.labels} {.metadata.annotations} {.spec}",
    ).stdout
  }

  private func deployments(on cluster: String) throws -> [String] {
    try world.kubectl(
      cluster,
      "-n",
      "monitoring",
      "get",
      "deployments",
      "-o",
      "jsonpath={.items[*].metadata.name}",
    ).stdout.split(separator: " ").map(String.init).sorted()
  }
}
