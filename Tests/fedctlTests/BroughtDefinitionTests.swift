import TestSupport
import Testing

/// Definitions that OLM makes for the fleet's operator, and leaves behind when that goes.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct BroughtDefinitionTests {
  private let podMonitors = "podmonitors.monitoring.coreos.com"
  private let probes = "probes.monitoring.coreos.com"

  private func definitions(_ sandbox: Sandbox, _ context: String) throws -> [String] {
    try sandbox.kubectl(context, "get", "customresourcedefinitions", "-o", "name").stdout
      .split(separator: "\n").map { String($0.drop { $0 != "/" }.dropFirst()) }
      .filter { $0.hasSuffix(".monitoring.coreos.com") }
  }

  @Test func `they go with the operator where nobody else uses or needs them`() throws {
    let sandbox = try Sandbox.withFleet()
    #expect(try definitions(sandbox, "cluster1").contains(podMonitors))
    let theirs = """
      apiVersion: monitoring.coreos.com/v1
      kind: PodMonitor
      metadata: {name: theirs, namespace: reverse-words-app}
      spec: {selector: {}, podMetricsEndpoints: [{port: metrics}]}
      ---
      apiVersion: operators.coreos.com/v1alpha1
      kind: ClusterServiceVersion
      metadata: {name: other.v1.0.0, namespace: reverse-words-app}
      spec:
        displayName: Other
        version: 1.0.0
        install: {strategy: deployment}
        customresourcedefinitions: {required: [{name: \(probes), kind: Probe, version: v1}]}
      """
    let made = try sandbox.kubectl("cluster1", "create", "-f", "-", input: theirs)
    #expect(made.status == 0, "\(made.stderr)")
    let teardown = try sandbox.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(teardown.status == 0, "\(teardown.stdout)\(teardown.stderr)")
    #expect(
      teardown.stdout.contains(
        """
          = CustomResourceDefinition \(podMonitors)
                Subscription thanos/prometheus brought it
                stays: its kind has objects of others: PodMonitor reverse-words-app/theirs

        """
      ),
      "\(teardown.stdout)",
    )
    #expect(
      teardown.stdout.contains(
        "stays: others' operators need it: ClusterServiceVersion reverse-words-app/other.v1.0.0\n"
      )
    )
    #expect(try definitions(sandbox, "cluster1") == [podMonitors, probes])
    #expect(try definitions(sandbox, "cluster2") == [])
    let left = try sandbox.kubectl(
      "cluster1",
      "-n",
      "reverse-words-app",
      "get",
      "podmonitor/theirs",
    )
    #expect(left.status == 0)
  }

  @Test func `those that were there before are the platform's, and are not spoken of`() throws {
    let sandbox = try Sandbox("--prometheus-operator")
    #expect(try sandbox.fedctl("apply", "--yes").status == 0)
    let before = try definitions(sandbox, "cluster1")
    let teardown = try sandbox.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(teardown.status == 0, "\(teardown.stderr)")
    #expect(!teardown.stdout.contains("CustomResourceDefinition"), "\(teardown.stdout)")
    #expect(try definitions(sandbox, "cluster1") == before)
  }

  @Test func `a cluster that leaves loses them, too`() throws {
    let sandbox = try Sandbox.withFleet()
    let apply = try sandbox.fedctl("apply", "--yes", fleet: ExampleFleet.withoutCluster2)
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    #expect(try definitions(sandbox, "cluster2") == [])
    #expect(try definitions(sandbox, "cluster1").contains(podMonitors))
  }
}
