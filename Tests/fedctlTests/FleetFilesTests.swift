import Foundation
import TestSupport
import Testing

/// A fleet file of several files, with values from variables.
@Suite(.waitsForPrograms) struct FleetFilesTests {
  private static let fleet = """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: edge-metrics
    topology: receive
    platform: openshift
    include: [clusters.yaml]
    bucket: {name: edge-metrics, region: us-east-2, check: false}
    hub: {context: hub}
    """

  private static let clusters = """
    defaults: {externalLabels: {site: {fromEnvironment: SITE}}}
    clusters:
    - {name: cluster1, context: cluster1}
    - {name: cluster2, context: cluster2}
    """

  private func fedctl(_ arguments: String..., clusters: String = clusters) -> Fedctl {
    Fedctl(arguments).file(Self.fleet).file(named: "clusters.yaml", clusters)
  }

  @Test func `a problem is shown with the line of the file that it is in`() throws {
    let wrong = Self.clusters.replacing("name: cluster2", with: "name: cluster2, colour: red")
    let outcome = try fedctl("validate", clusters: wrong).environment("SITE", "far").run()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("  --> clusters.yaml:4:20\n"), "\(outcome.stderr)")
    #expect(outcome.stderr.contains("4 | - {name: cluster2, colour: red, context: cluster2}"))
  }

  @Test func `a file that is not there is told where it is named`() throws {
    let outcome = try Fedctl("validate").file(Self.fleet).run()
    #expect(outcome.status == 1)
    #expect(
      outcome.stderr == """
        error: cannot be included
          --> fleet.yaml:6:11
          |
        6 | include: [clusters.yaml]
          |           ^^^^^^^^^^^^^
          `clusters.yaml`: There is no such file.
          help: Name it in `include` as it is from the folder of the file that includes it.

        fleet.yaml: 1 error

        """
    )
  }

  @Test func `files that include each other end`() throws {
    let outcome = try fedctl("validate", clusters: "include: [./fleet.yaml]").run()
    #expect(outcome.status == 1)
    #expect(
      outcome.stderr.contains(
        "The files include each other: `fleet.yaml`, then `clusters.yaml`, then `fleet.yaml`."
      ),
      "\(outcome.stderr)",
    )
  }

  @Test func `a variable that is not set, and one of a secret, are told where they are named`()
    throws
  {
    let unset = try fedctl("validate").run()
    #expect(unset.stderr.contains("  --> clusters.yaml:1:53\n"), "\(unset.stderr)")
    #expect(unset.stderr.contains("The variable `SITE` is not set, or it is empty."))
    let secret = try fedctl(
      "validate",
      clusters: Self.clusters.replacing("SITE", with: "SITE_TOKEN"),
    )
    .environment("SITE_TOKEN", "canary").run()
    #expect(secret.status == 1)
    #expect(secret.stderr.hasPrefix("error: secret in the file\n"), "\(secret.stderr)")
    #expect(!secret.stderr.contains("canary"))
  }

  @Test func `what holds is explained with the file that says so`() throws {
    let outcome = try fedctl("explain", "cluster1").environment("SITE", "far").run()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let line = outcome.stdout.split(separator: "\n").first { $0.contains("externalLabels.site") }
    #expect(
      line?.contains("far") == true
        && line?.contains("defaults, line 1 of `clusters.yaml`") == true,
      "\(outcome.stdout)",
    )
  }

  @Test(.enabled(if: Sandbox.hasKubectl, "kubectl is the witness"))
  func `a saved plan is of the values that it was made with`() throws {
    let sandbox = try Sandbox()
    let file = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    func run(_ site: String, _ arguments: String...) throws -> Fedctl.Outcome {
      try Fedctl(arguments).against(sandbox, fleet: Self.fleet)
        .file(named: "clusters.yaml", Self.clusters).environment("SITE", site).run()
    }
    let plan = try run("far", "plan", "--out", file)
    #expect(plan.status == 0, "\(plan.stderr)")
    #expect(try run("near", "apply", file).status == 4)
    let apply = try run("far", "apply", file)
    #expect(apply.status == 0, "\(apply.stderr)")
    let settings = try sandbox.kubectl(
      "cluster1",
      "-n",
      "openshift-monitoring",
      "get",
      "configmap/cluster-monitoring-config",
      "-o",
      #"jsonpath={.data.config\.yaml}"#,
    )
    #expect(settings.stdout.contains("replacement: far"), "\(settings)")
  }
}
