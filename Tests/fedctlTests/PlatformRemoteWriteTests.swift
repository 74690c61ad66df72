import TestSupport
import Testing

/// The platform's settings, which somebody may have written before the fleet came.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct PlatformRemoteWriteTests {
  private let object = "configmap/cluster-monitoring-config"
  private let sandbox: Sandbox
  private let fleet: String

  init() throws {
    sandbox = try Sandbox("--prometheus-operator")
    fleet = try ExampleFleet.unchecked("receive-openshift")
  }

  private func written(_ cluster: String = "cluster2") throws -> String {
    try sandbox.field(cluster, object, ".data.config\\.yaml", in: "openshift-monitoring")
  }

  private func applications() throws -> String {
    try sandbox.field(
      "cluster1",
      "configmap/user-workload-monitoring-config",
      ".data.config\\.yaml",
      in: "openshift-user-workload-monitoring",
    )
  }

  /// Somebody's own settings on cluster2, written by hand or by a program.
  private func write(_ text: String, by manager: String = "kubectl-create") throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    \($0)\n" }.joined()
    let mine = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: cluster-monitoring-config, namespace: openshift-monitoring}
      data:
        config.yaml: |
      \(lines)
      """
    let outcome = try sandbox.kubectl(
      "cluster2",
      "create",
      "--field-manager=\(manager)",
      "-f",
      "-",
      input: mine,
    )
    #expect(outcome.status == 0, "\(outcome.stderr)")
  }

  @Test func `the platform writes to the hub, and leaves with the fleet`() throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
    let host = try sandbox.field("hub", "route/thanos-receive", ".status.ingress[0].host")
    #expect(try written().contains("- url: https://\(host)/api/v1/receive\n"))
    #expect(try !written().contains("enableUserWorkload"))
    #expect(try written("cluster1").hasPrefix("enableUserWorkload: true\n"))
    #expect(try applications().contains("regex: reverse-words-app\n"))
    #expect(try sandbox.fedctl("teardown", "--yes", fleet: fleet).status == 0)
    #expect(try written().isEmpty)
    #expect(try applications().isEmpty)
    let left = try sandbox.kubectl(
      "cluster2",
      "-n",
      "openshift-monitoring",
      "get",
      "configmap,secret",
      "-o",
      "name",
    ).stdout
    #expect(!left.contains("edge-metrics") && !left.contains("cluster-monitoring-config"))
  }

  private static let theirs = """
    # Ask the platform team before you change this.
    prometheusK8s:
      retention: 15d   # agreed
      remoteWrite:
        - url: https://elsewhere.example.com
    # Alerts
    alertmanagerMain:
      enableUserAlertmanagerConfig: true
    """

  @Test(arguments: ["kubectl-create", "Mozilla"])
  func `every line of somebody else's stays, and comes out of it as it was`(by hand: String) throws
  {
    try write(Self.theirs, by: hand)
    let before = try written()
    let plan = try sandbox.fedctl("plan", "--full", fleet: fleet).stdout
    #expect(
      plan.contains(
        """
          ~ ConfigMap openshift-monitoring/cluster-monitoring-config
              ~ data["config.yaml"]:
                    …
                      retention: 15d   # agreed
                      remoteWrite:
                        - url: https://elsewhere.example.com
                  +     - url: https://(known after apply)/api/v1/receive
                  +       name: edge-metrics.thanos.hub

        """
      ),
      "\(plan)",
    )
    #expect(!plan.contains("\n          - "), "\(plan)")
    let applied = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(applied.status == 0, "\(applied.stdout)\(applied.stderr)")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
    let lines = try written().split(separator: "\n")
    #expect(before.split(separator: "\n").allSatisfy(lines.contains))
    #expect(try sandbox.fedctl("teardown", "--yes", fleet: fleet).status == 0)
    #expect(try written() == before)
    let labels = try sandbox.field(
      "cluster2",
      object,
      ".metadata.labels",
      in: "openshift-monitoring",
    )
    #expect(labels.isEmpty)
  }

  @Test func `what somebody adds later stays, too`() throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let text = try written() + "# theirs\nkubeStateMetrics:\n  nodeSelector: {a: b}\n"
    try sandbox.kubectl(
      "cluster2",
      "-n",
      "openshift-monitoring",
      "patch",
      object,
      "--type=merge",
      "-p",
      "{\"data\": {\"config.yaml\": \(text.debugDescription)}}",
    )
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
    #expect(try sandbox.fedctl("teardown", "--yes", fleet: fleet).status == 0)
    #expect(try written() == "# theirs\nkubeStateMetrics:\n  nodeSelector: {a: b}\n")
  }

  @Test(arguments: [
    ("prometheusK8s: {retention: 15d}", "its line 1 is in braces or behind an alias"),
    ("- a list", "its text is no mapping of settings"),
    ("prometheusK8s: [", "its text is no YAML"),
  ])
  func `a text that cannot be edited in lines is left alone`(text: String, words: String) throws {
    try write(text)
    let before = try written()
    let refused = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(refused.status == 3)
    #expect(refused.stdout.contains(words), "\(refused.stdout)")
    #expect(try written() == before)
  }

  @Test func `another value of somebody's is not overruled`() throws {
    try write("enableUserWorkload: false")
    let fleet = fleet.replacing(
      "openshiftVersion: \"4.14\"\n",
      with: "openshiftVersion: \"4.14\"\n    sampleApplication: {}\n",
    )
    let refused = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(refused.status == 3)
    #expect(refused.stdout.contains("enableUserWorkload is false there"), "\(refused.stdout)")
    #expect(
      try written() == "enableUserWorkload: false\n\n" || written() == "enableUserWorkload: false\n"
    )
  }

  @Test func `a program's text is edited only with leave`() throws {
    try write(Self.theirs, by: "argocd-controller")
    let refused = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(refused.status == 3)
    #expect(refused.stdout.contains("belongs to argocd-controller"), "\(refused.stdout)")
    #expect(try sandbox.fedctl("apply", "--yes", "--force-conflicts", fleet: fleet).status == 0)
    #expect(try written().contains("  retention: 15d   # agreed\n"))
  }

  @Test func `an operator's Prometheus follows the platform's, and the other way round`() throws {
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let own = fleet.replacing("\ndefaults:\n", with: "\ndefaults:\n  mode: operator\n")
    #expect(try sandbox.fedctl("apply", "--yes", fleet: own).status == 0)
    #expect(try written().isEmpty)
    #expect(
      try !sandbox.field("cluster2", "prometheus/federated-prometheus", ".metadata.uid").isEmpty
    )
    // What the clusters' own Prometheuses consisted of is more than --yes covers.
    let back = try sandbox.fedctl("apply", "--yes", "--max-deletes", "100", fleet: fleet)
    #expect(back.status == 0, "\(back.stderr)")
    #expect(
      try sandbox.field("cluster2", "prometheus/federated-prometheus", ".metadata.uid").isEmpty
    )
    #expect(try written().contains("edge-metrics.thanos.hub"))
  }
}
