import TestSupport
import Testing

/// Where a complete apply says that its pages are found.
@Suite(.waitsForPrograms)
struct EntranceTests {
  private func apply(_ example: String, on sandbox: Sandbox) throws -> String {
    let fleet = try ExampleFleet.unchecked(example)
    let outcome = try Fedctl("apply", "--yes").against(sandbox, fleet: fleet).run()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    return outcome.stdout
  }

  @Test func `under the hosts of their Routes, also where these stay as they are`() throws {
    let sandbox = try Sandbox("--prometheus-operator")
    let first = try apply("receive-openshift", on: sandbox)
    #expect(first.contains("  Grafana  https://grafana-thanos.apps."))
    #expect(first.contains("  Querier  https://thanos-querier-thanos.apps."))
    try sandbox.kubectl("hub", "-n", "thanos", "delete", "networkpolicy", "grafana")
    let second = try apply("receive-openshift", on: sandbox)
    #expect(second.contains("Apply complete: 1 created.\n  Grafana  https://grafana-thanos.apps."))
  }

  @Test func `by a command where nothing leads in from outside`() throws {
    let sandbox = try Sandbox("--prometheus-operator")
    try sandbox.kubectl("hub", "create", "namespace", "thanos")
    // Receive mounts the certificate that somebody has to bring.
    try sandbox.makeCertificate("metrics-example-com", on: "hub", in: "thanos", authority: "a")
    let text = try apply("receive-kubernetes", on: sandbox)
    #expect(
      text.contains(
        "  Grafana  kubectl --context hub --namespace thanos port-forward service/grafana 3000, then http://localhost:3000\n"
      )
    )
    #expect(text.contains("port-forward service/thanos-querier 9090, then http://localhost:9090\n"))
  }
}
