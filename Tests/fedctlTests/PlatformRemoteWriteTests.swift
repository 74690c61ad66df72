import TestSupport
import Testing

/// The platform's one configuration, which somebody may have written before the fleet came.
@Suite(.enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"))
struct PlatformRemoteWriteTests {
  private let object = "configmap/cluster-monitoring-config"

  private var fleet: String {
    get throws {
      try ExampleFleet.text.replacing(
        "- name: cluster2\n",
        with: "- name: cluster2\n    mode: platform-remote-write\n",
      )
    }
  }

  private func written(_ sandbox: Sandbox) throws -> String {
    try sandbox.field("cluster2", object, ".data.config\\.yaml", in: "openshift-monitoring")
  }

  @Test func `the platform writes to the hub, and leaves with the fleet`() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
    let host = try sandbox.field("hub", "route/thanos-receive", ".status.ingress[0].host")
    #expect(try written(sandbox).contains("- url: \"https://\(host)/api/v1/receive\"\n"))
    #expect(try sandbox.fedctl("teardown", "--yes", fleet: fleet).status == 0)
    #expect(try written(sandbox).isEmpty)
  }

  @Test func `what somebody has set there is not lost without being asked`() throws {
    let sandbox = try Sandbox()
    let mine = """
      {"apiVersion": "v1", "kind": "ConfigMap", "data": {"config.yaml": "enableUserWorkload: true"},
        "metadata": {"name": "cluster-monitoring-config", "namespace": "openshift-monitoring"}}
      """
    try sandbox.kubectl("cluster2", "create", "-f", "-", input: mine)
    let refused = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(refused.status == 3)
    #expect(
      refused.stdout.contains(
        """
        holds settings of somebody else's: copy those that you keep to the fleet file, \
        and replace it with --force-conflicts
        """
      )
    )
    #expect(try written(sandbox) == "enableUserWorkload: true")
    #expect(try sandbox.fedctl("apply", "--yes", "--force-conflicts", fleet: fleet).status == 0)
    #expect(try written(sandbox).hasPrefix("prometheusK8s:\n"))
  }
}
