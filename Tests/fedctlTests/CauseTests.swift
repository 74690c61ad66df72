import TestSupport
import Testing

/// A failure ends with the deepest cause that the cluster knows, and the last lines tell it again.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct CauseTests {
  /// A pod of a Deployment.
  private static func pod(_ name: String, labels: String) -> String {
    """
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "\(name)", "namespace": "thanos",
     "labels": \(labels)}, "spec": {"containers": [{"name": "thanos", "image": "a:1"}]}}
    """
  }
  private static let status = #"""
    {"status": {"phase": "Pending", "containerStatuses": [{"name": "thanos", "ready": false,
     "image": "a:1", "imageID": "", "restartCount": 0,
     "state": {"waiting": {"reason": "ImagePullBackOff", "message": "no such image\u001b[31m"}}}]}}
    """#
  private static let event = """
    {"apiVersion": "v1", "kind": "Event", "metadata": {"name": "e1", "namespace": "thanos"},
     "involvedObject": {"apiVersion": "apps/v1", "kind": "StatefulSet", "namespace": "thanos",
      "name": "thanos-store-gateway"},
     "type": "Warning", "reason": "FailedCreate", "message": "exceeded quota: small",
     "lastTimestamp": "2026-11-27T00:00:00Z"}
    """
  /// What a kubelet says of a pod that mounts what is not there; the pod's own status has no word of it.
  private static let mount = """
    {"apiVersion": "v1", "kind": "Event", "metadata": {"name": "e2", "namespace": "thanos"},
     "involvedObject": {"apiVersion": "v1", "kind": "Pod", "namespace": "thanos", "name": "grafana-x"},
     "type": "Warning", "reason": "FailedMount", "message": "secret \\"a\\" not found",
     "lastTimestamp": "2026-11-27T00:00:00Z"}
    """

  @Test func `what pods and Events tell is told, and again in the end, and so by the next apply`()
    throws
  {
    let sandbox = try Sandbox("--ready-after", "3600000")
    let first = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "2s")
    #expect(first.status == 3)
    #expect(first.stdout.contains(" not ready"))
    #expect(!first.stdout.contains("nothing done"))
    for name in ["thanos-querier", "grafana"] {
      let labels = try sandbox.field("hub", "deployment/\(name)", ".spec.selector.matchLabels")
      let pod = Self.pod("\(name)-x", labels: labels)
      #expect(try sandbox.kubectl("hub", "create", "-f", "-", input: pod).status == 0)
    }
    let patched = try sandbox.kubectl(
      "hub",
      "-n",
      "thanos",
      "patch",
      "pod/thanos-querier-x",
      "--subresource=status",
      "--type=merge",
      "-p",
      Self.status,
    )
    #expect(patched.status == 0, "\(patched.stderr)")
    for event in [Self.event, Self.mount] {
      #expect(try sandbox.kubectl("hub", "create", "-f", "-", input: event).status == 0)
    }
    let second = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "2s")
    #expect(second.status == 3)
    let causes = [
      "hub: Deployment thanos/thanos-querier: Deployment thanos/thanos-querier is not ready after 2 s: ",
      "; pod thanos-querier-x cannot start its container thanos: ImagePullBackOff: no such image",
      "; FailedCreate: exceeded quota: small", "; FailedMount: secret \"a\" not found",
    ]
    for cause in causes {
      #expect(second.stdout.contains(cause), "\(second.stdout)")
    }
    #expect(!second.stdout.contains("\u{1B}") && !second.stderr.contains("\u{1B}"))
  }

  @Test func `an apply that changes nothing waits for what is not ready`() throws {
    let sandbox = try Sandbox("--ready-after", "8000")
    #expect(try sandbox.fedctl("apply", "--yes", "--wait-timeout", "1s").status == 3)
    // What stood on others that were not ready is made now, and the rest is waited for.
    #expect(try sandbox.fedctl("apply", "--yes", "--wait-timeout", "20m").status == 0)
    #expect(try sandbox.fedctl("status").status == 0)
  }
}
