import TestSupport
import Testing

/// Whom clusters write to beside the hub.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct WriteTargetConvergenceTests {
  private static let settings = """
      remoteWrite:
        targets:
          - {name: far, url: 'https://far.example.com/push', authorization: {secret: their-token}}

    """

  @Test
  func `a target's missing Secret is named, and the target comes with it and goes with its key`()
    throws
  {
    let sandbox = try Sandbox("--prometheus-operator")
    let plain = try ExampleFleet.unchecked("federate-kubernetes")
    let fleet = plain.replacing("\ndefaults:\n", with: "\ndefaults:\n\(Self.settings)")
    #expect(fleet != plain)
    let waiting = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "3s", fleet: fleet)
    #expect(waiting.status == 3)
    #expect(waiting.stderr.contains(#"secrets "their-token" not found"#), "\(waiting.stderr)")
    for context in ["cluster1", "cluster2"] {
      let secret = ["-n", "monitoring", "create", "secret", "generic", "their-token"]
      let created = try sandbox.kubectl(context, secret + ["--from-literal=token=a"])
      #expect(created.status == 0, "\(created.stderr)")
    }
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
    #expect(try writes(sandbox).contains("https://far.example.com/push"))
    #expect(try sandbox.fedctl("apply", "--yes", fleet: plain).status == 0)
    #expect(try writes(sandbox).isEmpty)
  }

  private func writes(_ sandbox: Sandbox) throws -> String {
    try sandbox.field(
      "cluster1",
      "prometheus/federated-prometheus",
      ".spec.remoteWrite",
      in: "monitoring",
    )
  }
}
