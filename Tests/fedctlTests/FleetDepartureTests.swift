import Foundation
import TestSupport
import Testing

/// Clusters and namespaces that the fleet file no longer names: nothing stays behind, and nobody is
/// surprised.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct FleetDepartureTests {
  private func namespaces(_ sandbox: Sandbox, _ context: String) throws -> [String] {
    try sandbox.kubectl(context, "get", "namespaces", "-o", "name").stdout
      .split(separator: "\n").map { String($0.dropFirst("namespace/".count)) }
  }

  /// A run with a kubeconfig that no longer has a context of this name.
  private func run(
    _ arguments: String...,
    without context: String,
    _ sandbox: Sandbox,
    _ fleet: String,
  ) throws -> Fedctl.Outcome {
    let kubeconfig = try String(contentsOfFile: sandbox.kubeconfig, encoding: .utf8)
    return try Fedctl(arguments).against(sandbox, fleet: fleet)
      .file(named: "other.kubeconfig", kubeconfig.replacing(context, with: "elsewhere"))
      .environment("KUBECONFIG", "other.kubeconfig").run()
  }

  @Test func `a cluster that leaves is named first, and loses the namespace that fedctl made`()
    throws
  {
    let sandbox = try Sandbox.withFleet()
    let fleet = try ExampleFleet.withoutCluster2
    let plan = try sandbox.fedctl("plan", "--full", fleet: fleet).stdout
    #expect(
      plan.hasPrefix("! 1 cluster leaves the fleet, and all of it there is deleted: cluster2\n"),
      "\(plan)",
    )
    #expect(plan.contains("  - Namespace thanos\n"))
    let apply = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(apply.status == 0, "\(apply.stderr)")
    #expect(try !namespaces(sandbox, "cluster2").contains("thanos"))
    #expect(try namespaces(sandbox, "cluster1").contains("thanos"))
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }

  @Test func `a namespace of a cluster that leaves stays where others live in it`() throws {
    let sandbox = try Sandbox.withFleet()
    try sandbox.kubectl("cluster2", "-n", "thanos", "create", "configmap", "theirs")
    let fleet = try ExampleFleet.withoutCluster2
    let plan = try sandbox.fedctl("plan", "--full", fleet: fleet).stdout
    #expect(plan.contains("stays: it holds objects of others: ConfigMap thanos/theirs"), "\(plan)")
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try namespaces(sandbox, "cluster2").contains("thanos"))
  }

  @Test func `a cluster that leaves without a context is told until it is forgotten`() throws {
    let sandbox = try Sandbox.withFleet()
    let fleet = try ExampleFleet.withoutCluster2
    for _ in 1...2 {
      let apply = try run("apply", "--yes", without: "cluster2", sandbox, fleet)
      #expect(apply.status == 3, "\(apply.stdout)\(apply.stderr)")
      #expect(apply.stdout.contains("is told until --forget cluster2)"), "\(apply.stdout)")
    }
    let forgetting = try run(
      "apply",
      "--yes",
      "--forget",
      "cluster2",
      without: "cluster2",
      sandbox,
      fleet,
    )
    #expect(forgetting.status == 0, "\(forgetting.stdout)\(forgetting.stderr)")
    let after = try run("plan", "--detailed-exitcode", without: "cluster2", sandbox, fleet)
    #expect(after.status == 0, "\(after.stdout)")
    #expect(!after.stdout.contains("cluster2"))
    #expect(try namespaces(sandbox, "cluster2").contains("thanos"))
  }

  @Test func `a cluster that leaves is cleaned up when its context comes back, forgotten or not`()
    throws
  {
    let sandbox = try Sandbox.withFleet()
    let fleet = try ExampleFleet.withoutCluster2
    #expect(try run("apply", "--yes", without: "cluster2", sandbox, fleet).status == 3)
    let back = try sandbox.fedctl("apply", "--yes", "--forget", "cluster2", fleet: fleet)
    #expect(back.status == 0, "\(back.stdout)\(back.stderr)")
    #expect(try !namespaces(sandbox, "cluster2").contains("thanos"))
  }

  @Test func `a fleet that moves to another namespace leaves nothing behind`() throws {
    let sandbox = try Sandbox.withFleet()
    let moved = try ExampleFleet.withoutCluster2
      .replacing("namespace: thanos\n", with: "namespace: metrics\n")
    let held = try sandbox.fedctl("apply", "--yes", fleet: moved)
    #expect(held.status == 1)
    #expect(held.stderr.contains("which neither --yes nor a saved plan covers"), "\(held.stderr)")
    #expect(held.stderr.contains("apply it with --max-deletes "), "\(held.stderr)")
    #expect(try namespaces(sandbox, "hub").contains("thanos"))
    let apply = try sandbox.fedctl("apply", "--yes", "--max-deletes", "200", fleet: moved)
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    for context in ["cluster1", "cluster2"] {
      #expect(try !namespaces(sandbox, context).contains("thanos"), "\(context)")
    }
    // On the hub nothing but the metrics of its pods is left, and each plan tells it.
    let left = try sandbox.kubectl(
      "hub",
      "-n",
      "thanos",
      "get",
      "all,secrets,configmaps,serviceaccounts",
      "-o",
      "name",
      "-l",
      "fedctl.dev/fleet=edge-metrics",
    )
    #expect(left.stdout.isEmpty)
    let after = try sandbox.fedctl("plan", "--detailed-exitcode", fleet: moved)
    #expect(after.status == 0, "\(after.stdout)")
    #expect(
      after.stdout.contains(" in it hold metrics: once nobody needs them"),
      "\(after.stdout)",
    )
  }

  @Test func `much is deleted only after the fleet's name was typed, or so much was allowed`()
    throws
  {
    let sandbox = try Sandbox.withFleet()
    let moved = try ExampleFleet.text
      .replacing("namespace: thanos\n", with: "namespace: metrics\n")
    let run = Fedctl("apply").against(sandbox, fleet: moved)
    let declined = try run.answering("yes").run()
    #expect(declined.status == 1)
    #expect(
      declined.stderr.replacing("\n  ", with: " ").contains(
        "on cluster1, cluster2, hub. Type the fleet's name to go on: "
      )
    )
    let small = try sandbox.fedctl("apply", "--yes", "--max-deletes", "3", fleet: moved)
    #expect(small.status == 1)
    let typed = try run.answering("edge-metrics").run()
    #expect(typed.status == 0, "\(typed.stdout)\(typed.stderr)")
  }

  @Test func `a context that leads elsewhere is refused though the namespace was changed, too`()
    throws
  {
    let sandbox = try Sandbox.withFleet()
    let elsewhere = try ExampleFleet.withoutCluster2
      .replacing("namespace: thanos\n", with: "namespace: metrics\n")
      .replacing("context: cluster1\n", with: "context: cluster2\n")
    let plan = try sandbox.fedctl("plan", "--full", fleet: elsewhere)
    #expect(plan.status == 3)
    #expect(plan.stdout.contains("leads to another cluster"), "\(plan.stdout)")
  }

  /// Else the hub would take the wrong context for the way to the cluster, and find a stranger there for ever.
  @Test
  func `a context that was refused is not recorded, so that its cluster can still be cleaned up`()
    throws
  {
    let sandbox = try Sandbox.withFleet()
    let kubeconfig = ["--kubeconfig", sandbox.kubeconfig, "config", "set-context", "wrong"]
    _ = try Tool.output(of: "kubectl", kubeconfig + ["--cluster=cluster1", "--user=sandbox"])
    let wrong = try ExampleFleet.text.replacing("context: cluster2\n", with: "context: wrong\n")
    for _ in 1...2 {
      let apply = try sandbox.fedctl("apply", "--yes", fleet: wrong)
      #expect(apply.status == 3)
      #expect(apply.stdout.contains("leads to another cluster"), "\(apply.stdout)")
      #expect(!apply.stdout.contains("fedctl-inventory"), "\(apply.stdout)")
    }
    let gone = try sandbox.fedctl("apply", "--yes", fleet: ExampleFleet.withoutCluster2)
    #expect(gone.status == 0, "\(gone.stdout)\(gone.stderr)")
    #expect(try !namespaces(sandbox, "cluster2").contains("thanos"))
  }

  @Test func `teardown leaves what an earlier fleet of the name has left with metrics in it`()
    throws
  {
    let sandbox = try Sandbox.withFleet()
    let left = """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: old
        labels: {fedctl.dev/fleet: edge-metrics}
        annotations: {fedctl.dev/created-by: edge-metrics}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data-store-0, namespace: old, labels: {app.kubernetes.io/instance: edge-metrics}}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """
    let made = try sandbox.kubectl("hub", "create", "-f", "-", input: left)
    #expect(made.status == 0, "\(made.stderr)")
    let plan = try sandbox.fedctl("plan", "--full")
    #expect(plan.status == 0)
    #expect(
      plan.stdout.contains("1 volume claim in it hold metrics: once nobody"),
      "\(plan.stdout)",
    )
    let teardown = try sandbox.fedctl("teardown", "--yes")
    #expect(teardown.status == 0, "\(teardown.stdout)\(teardown.stderr)")
    #expect(teardown.stdout.contains("1 volume claim in it hold metrics; --delete-volumes"))
    #expect(try namespaces(sandbox, "hub").contains("old"))
    let all = try sandbox.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(all.status == 0, "\(all.stdout)\(all.stderr)")
    #expect(try !namespaces(sandbox, "hub").contains("old"))
  }

  @Test func `teardown of a cluster that was renamed in the file alone takes its identity, too`()
    throws
  {
    let sandbox = try Sandbox.withFleet()
    let renamed = try ExampleFleet.text.replacing("name: cluster1\n", with: "name: first\n")
    let teardown = try sandbox.fedctl("teardown", "--yes", "--cluster", "first", fleet: renamed)
    #expect(teardown.status == 0, "\(teardown.stdout)\(teardown.stderr)")
    let left = try sandbox.kubectl(
      "hub",
      "-n",
      "thanos",
      "get",
      "serviceaccounts",
      "-o",
      "name",
      "-l",
      "fedctl.dev/managed-cluster=cluster1",
    )
    #expect(left.stdout.isEmpty)
  }
}
