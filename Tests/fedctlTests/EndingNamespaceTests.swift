import TestSupport
import Testing

/// A hub whose namespace somebody is deleting, and that something holds.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct EndingNamespaceTests {
  /// A fleet whose namespace on the hub does not end.
  private func heldSandbox() throws -> Sandbox {
    let sandbox = try Sandbox.withFleet()
    let held = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: held, namespace: thanos, finalizers: [example.com/hold]}
      """
    try sandbox.kubectl("hub", "create", "-f", "-", input: held)
    try sandbox.kubectl("hub", "delete", "namespace", "thanos", "--wait=false")
    return sandbox
  }

  private func letGo(_ sandbox: Sandbox) throws {
    let patch = #"{"metadata": {"finalizers": null}}"#
    try sandbox.kubectl(
      "hub",
      "-n",
      "thanos",
      "patch",
      "configmap/held",
      "--type",
      "merge",
      "-p",
      patch,
    )
  }

  @Test func `teardown goes on without the lease, names what holds it, and ends when it has gone`()
    throws
  {
    let sandbox = try heldSandbox()
    let dryRun = try sandbox.fedctl("teardown", "--dry-run")
    #expect(
      dryRun.stdout.contains(
        "  - Namespace thanos\n        it is being deleted: Some resources are remaining: "
      ),
      "\(dryRun.stdout)",
    )
    #expect(!dryRun.stdout.contains("hold metrics"), "\(dryRun.stdout)")
    let teardown = try sandbox.fedctl("teardown", "--yes", "--wait-timeout", "2s")
    #expect(teardown.status == 3, "\(teardown.stdout)\(teardown.stderr)")
    #expect(
      teardown.stderr.contains("warning: the hub's namespace is being deleted, so nothing keeps")
    )
    #expect(
      teardown.stderr.contains("example.com/hold in 1 resource instances"),
      "\(teardown.stderr)",
    )
    for context in ["cluster1", "cluster2"] {
      #expect(try sandbox.kubectl(context, "get", "namespace/thanos").status != 0, "\(context)")
    }
    try letGo(sandbox)
    let again = try sandbox.fedctl("teardown", "--yes")
    #expect(again.status == 0, "\(again.stdout)\(again.stderr)")
    #expect(try sandbox.remains() == [])
  }

  @Test func `apply waits for its end, names what holds it, and then makes all of it anew`() throws
  {
    let sandbox = try heldSandbox()
    let early = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "2s")
    #expect(early.status == 1, "\(early.stdout)\(early.stderr)")
    #expect(early.stderr.contains("example.com/hold in 1 resource instances"), "\(early.stderr)")
    try letGo(sandbox)
    let apply = try sandbox.fedctl("apply", "--yes")
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }
}
