import TestSupport
import Testing

/// A Prometheus of the fleet's by OpenShift's Cluster Observability Operator.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct MonitoringStackTests {
  private let sandbox: Sandbox
  private let place = "openshift-cluster-observability-operator"

  init() throws { sandbox = try Sandbox("--prometheus-operator") }

  private func fleet(_ operator: String = "") throws -> String {
    try ExampleFleet.unchecked("receive-olm")
      .replacing("  mode: operator\n", with: "  mode: stack\n\(`operator`)")
      .replacing(#/  prometheusOperator: .*\n/#, with: "")
  }

  @Test func `OLM installs the operator, which runs a stack, and both leave with the fleet`() throws
  {
    let fleet = try fleet()
    let applied = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(applied.status == 0, "\(applied.stderr)")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
    let host = try sandbox.field("hub", "route/thanos-receive", ".status.ingress[0].host")
    let url = try sandbox.field(
      "cluster1",
      "monitoringstack/federated-prometheus",
      ".spec.prometheusConfig.remoteWrite[0].url",
    )
    #expect(url == "https://\(host)/api/v1/receive")
    let installed = try sandbox.field(
      "cluster1",
      "subscription/cluster-observability-operator",
      ".status.installedCSV",
      in: place,
    )
    #expect(installed == "cluster-observability-operator.v1.5.3")
    let torn = try sandbox.fedctl("teardown", "--yes", "--delete-volumes", fleet: fleet)
    #expect(torn.status == 0, "\(torn.stderr)")
    let left = try sandbox.kubectl("cluster1", "get", "namespaces,crd", "-o", "name").stdout
    #expect(!left.contains(place) && !left.contains("monitoring.rhobs"), "\(left)")
  }

  @Test func `an operator that is there is left alone`() throws {
    let installed = try sandbox.fedctl("apply", "--yes", fleet: fleet())
    #expect(installed.status == 0, "\(installed.stderr)")
    let plan = try sandbox.fedctl(
      "plan",
      "--full",
      fleet: fleet("  monitoringStack: {operator: existing}\n"),
    )
    #expect(plan.stdout.contains("- Subscription \(place)/cluster-observability-operator"))
    #expect(!plan.stdout.contains("- MonitoringStack"))
  }

  @Test func `without the operator the plan says what nobody serves`() throws {
    let plan = try sandbox.fedctl(
      "plan",
      "--detailed-exitcode",
      fleet: fleet("  monitoringStack: {operator: existing}\n"),
    )
    #expect(plan.status == 6)
    #expect(
      plan.stdout.contains("the cluster does not serve MonitoringStack.monitoring.rhobs"),
      "\(plan.stdout)",
    )
  }

  @Test func `a catalogue without the package is told by the plan`() throws {
    try sandbox.withdraw(package: "cluster-observability-operator", from: "cluster1")
    let plan = try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet())
    #expect(plan.status == 6)
    #expect(
      plan.stdout.contains(
        "the cluster's catalogues have no package cluster-observability-operator"
      ),
      "\(plan.stdout)",
    )
  }

  @Test func `a cluster goes over to a stack and back`() throws {
    let before = try ExampleFleet.unchecked("receive-olm")
    for fleet in [before, try fleet(), before] {
      let applied = try sandbox.fedctl("apply", "--yes", fleet: fleet)
      #expect(applied.status == 0, "\(applied.stderr)")
      #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
    }
    let left = try sandbox.kubectl("cluster1", "get", "monitoringstacks,subscriptions", "-A").stdout
    #expect(!left.contains("federated-prometheus"), "\(left)")
    #expect(!left.contains("cluster-observability-operator"), "\(left)")
  }
}
