import TestSupport
import Testing

/// Two fleets with a hub each that have one managed cluster.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct SeveralFleetsTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func fleet(_ name: String, hub: String, _ keys: String) -> String {
    """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: \(name)
    topology: receive
    platform: openshift
    namespace: \(name)
    bucket: {name: \(name)-metrics, region: us-east-2, check: false}
    hub: {context: \(hub)}
    clusters:
      - name: shared
        context: cluster1
        openshiftVersion: "4.18"
        \(keys)
    """
  }

  private func apply(_ fleet: String) throws {
    let apply = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    try #require(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
  }

  private func isUnchanged(_ fleet: String) throws -> Bool {
    try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0
  }

  @Test(arguments: ["mode: platform", "mode: operator"])
  func `one leaves the other alone, whoever goes first`(_ mode: String) throws {
    let (prod, audit) = (
      fleet("prod", hub: "hub", mode), fleet("audit", hub: "cluster2", "mode: operator"),
    )
    try apply(prod)
    try apply(audit)
    #expect(try isUnchanged(prod))
    #expect(try isUnchanged(audit))
    let teardown = try sandbox.fedctl("teardown", "--yes", fleet: prod)
    #expect(teardown.status == 0, "\(teardown.stdout)\(teardown.stderr)")
    #expect(try isUnchanged(audit))
    try apply(prod)
    let other = try sandbox.fedctl("teardown", "--yes", fleet: audit)
    #expect(other.status == 0, "\(other.stdout)\(other.stderr)")
    #expect(try isUnchanged(prod))
  }

  @Test func `what OpenShift has once is one fleet's, and the other is told what to write`() throws
  {
    let prod = fleet("prod", hub: "hub", "mode: platform")
    try apply(prod)
    let audit = try sandbox.fedctl(
      "apply",
      "--yes",
      fleet: fleet("audit", hub: "cluster2", "mode: platform"),
    )
    #expect(audit.status == 3)
    #expect(audit.stdout.contains("has fleet prod's part already"), "\(audit.stdout)")
    #expect(try isUnchanged(prod))
  }

  @Test func `an operator for the whole cluster stays while another fleet needs it`() throws {
    let prod = fleet("prod", hub: "hub", "mode: stack")
    try apply(prod)
    let twice = try sandbox.fedctl("plan", fleet: fleet("audit", hub: "cluster2", "mode: stack"))
    #expect(twice.stdout.contains("say `operator: existing` here"), "\(twice.stdout)")
    let keys = "mode: stack\n    monitoringStack: {operator: existing}"
    let audit = fleet("audit", hub: "cluster2", keys)
    try apply(audit)
    let teardown = try sandbox.fedctl("teardown", "--yes", fleet: prod)
    #expect(teardown.status == 0, "\(teardown.stdout)\(teardown.stderr)")
    let reason = "others have objects for its operator: MonitoringStack audit/federated-prometheus"
    #expect(teardown.stdout.contains(reason), "\(teardown.stdout)")
    #expect(try operators() == 1)
    #expect(try isUnchanged(audit))
    _ = try sandbox.fedctl("teardown", "--yes", fleet: audit)
    let last = try sandbox.fedctl("teardown", "--yes", fleet: prod)
    #expect(last.status == 0, "\(last.stdout)\(last.stderr)")
    #expect(try operators() == 0)
  }

  private func operators() throws -> Int {
    try sandbox.kubectl(
      "cluster1",
      "get",
      "subscriptions.operators.coreos.com",
      "-A",
      "-o",
      "name",
    )
    .stdout.split(separator: "\n").count
  }
}
