import Digest
import Foundation
import TestSupport
import Testing

/// Clusters that get the operator from a bundle, with kubectl as the witness.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct OperatorBundleTests {
  private let fleet: String
  private static let definition = "prometheuses.monitoring.coreos.com"

  init() throws { fleet = try Self.fleet("path: \(SampleBundle.file.path())") }

  /// The example with the operator from a bundle on every cluster.
  private static func fleet(_ bundle: String) throws -> String {
    let key = "  prometheusOperator: {bundle: {\(bundle)}}\n"
    return try ExampleFleet.text(of: "federate-kubernetes")
      .replacing("\nhub:\n", with: "\nhub:\n\(key)")
      .replacing("\ndefaults:\n", with: "\ndefaults:\n\(key)")
  }

  @Test func `a cluster without an operator gets it, then what it runs, and no change after that`()
    throws
  {
    let sandbox = try Sandbox()
    let outcome = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    for kind in ["deployment/prometheus-operator", "prometheus/hub-prometheus"] {
      #expect(try sandbox.field("hub", kind, ".metadata.name", in: "monitoring") != "")
    }
    try sandbox.forgetRequests()
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode", fleet: fleet)
    #expect(plan.status == 0, "\(plan.stdout)")
    #expect(try sandbox.requests().allSatisfy { $0.method == "GET" })
    let teardown = try sandbox.fedctl("teardown", "--yes", fleet: fleet)
    #expect(teardown.status == 0, "\(teardown.stderr)")
    #expect(try definitions(in: sandbox, "hub") == "")
  }

  @Test func `definitions of somebody else are left as they are, and told`() throws {
    let sandbox = try Sandbox("--prometheus-operator")
    let before = try definitions(in: sandbox, "cluster1")
    let plan = try sandbox.fedctl("plan", "--full", fleet: fleet)
    #expect(
      plan.stdout.contains(
        """
          = CustomResourceDefinition \(Self.definition)
                somebody else has installed it, so it is left as it is
        """
      ),
      "\(plan.stdout)",
    )
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    #expect(try sandbox.fedctl("teardown", "--yes", fleet: fleet).status == 0)
    #expect(try definitions(in: sandbox, "cluster1") == before)
  }

  @Test func `a definition stays as long as there are objects of others of its kind`() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.fedctl("apply", "--yes", fleet: fleet).status == 0)
    let monitor = """
      {"apiVersion": "monitoring.coreos.com/v1", "kind": "ServiceMonitor",
       "metadata": {"name": "mine", "namespace": "default"}, "spec": {"selector": {}, "endpoints": []}}
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json")
    try Data(monitor.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try sandbox.kubectl("cluster1", "create", "-f", file.path)
    let plan = try sandbox.fedctl("teardown", "--dry-run", "--full", fleet: fleet)
    #expect(
      plan.stdout.contains(
        "stays: its kind has objects of others: ServiceMonitor default/mine"
      )
    )
    #expect(try sandbox.fedctl("teardown", "--yes", fleet: fleet).status == 0)
    #expect(
      try definitions(in: sandbox, "cluster1")
        == "customresourcedefinition.apiextensions.k8s.io/servicemonitors.monitoring.coreos.com"
    )
    #expect(try definitions(in: sandbox, "cluster2") == "")
    #expect(
      try sandbox.kubectl("cluster1", "get", "servicemonitors", "-A", "-o", "name").stdout
        .contains("mine")
    )
  }

  @Test func `validate and render read the bundle, beside the fleet file`() throws {
    let fleet = try Self.fleet("path: operator.yaml")
    let run = Fedctl("render").file(fleet).file(named: "operator.yaml", try SampleBundle.text)
    #expect(try run.run().stdout.contains("name: edge-metrics.monitoring.prometheus-operator"))
    let missing = try Fedctl("validate").file(fleet).run()
    #expect(missing.status == 1)
    #expect(
      missing.stderr == """
        error: cannot use the operator's bundle
          `operator.yaml`: There is no such file.
          help: Check `path`, which is relative to the fleet file's folder.

        """
    )
  }

  @Test func `what was downloaded once is taken from the cache, if it is still the same`() throws {
    let text = try SampleBundle.text
    let digest = Digest.sha256(text).hexadecimal
    let fleet = try Self.fleet("url: 'https://127.0.0.1:1/bundle.yaml', sha256: \(digest)")
    for (content, status) in [(text, Int32(0)), ("tampered with", 1)] {
      let cache = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
      let folder = cache.appending(path: "fedctl/bundles")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: cache) }
      try Data(content.utf8).write(to: folder.appending(path: "\(digest).yaml"))
      let outcome = try Fedctl("validate").environment("XDG_CACHE_HOME", cache.path).file(fleet)
        .run()
      #expect(outcome.status == status, "\(outcome.stderr)")
      #expect(outcome.stderr.contains("the connection was refused") == (status == 1))
    }
  }

  @Test(arguments: [
    ("<!DOCTYPE html>\n<p>404", "", "It is a web page, not YAML."),
    ("a: 1", "", "It holds a document that is no Kubernetes object."),
    (
      "a: 1", ", sha256: \(String(repeating: "a", count: 64))",
      "Its SHA-256 digest is 16c3c6d78678d53d39ab2c7a5a7bc4596567b46a1a57000a2d707334f779b824",
    ),
    ("a: [", "", "Reading stopped here"),
  ])
  func `a file that is no bundle is refused in words`(
    _ content: String,
    _ digest: String,
    _ words: String,
  ) throws {
    let fleet = try Self.fleet("path: operator.yaml\(digest)")
    let outcome = try Fedctl("validate").file(fleet).file(named: "operator.yaml", content).run()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains(words), "\(outcome.stderr)")
  }

  @Test func `an operator that does not run the fleet's Prometheus is refused`() throws {
    let old = try SampleBundle.text.replacing(
      "prometheus-operator:v0.93.0",
      with: "prometheus-operator:v0.76.2",
    )
    let fleet = try Self.fleet("path: operator.yaml")
    let outcome = try Fedctl("validate").file(fleet).file(named: "operator.yaml", old).run()
    #expect(outcome.status == 1)
    #expect(
      outcome.stderr == """
        error: cannot use the operator's bundle
          `operator.yaml`: Its prometheus-operator 0.76.2 runs Prometheus 2 alone, and this is Prometheus \
        3.13.2: it would never get a pod.
          help: Set `prometheus.version` to one of 2.x, as v2.53.0, or use an operator from 0.77 on.

        """
    )
  }

  private func definitions(in sandbox: Sandbox, _ cluster: String) throws -> String {
    try sandbox.kubectl(cluster, "get", "customresourcedefinitions", "-o", "name").stdout
      .split(separator: "\n").filter { $0.contains("monitoring.coreos.com") }.sorted()
      .joined(separator: "\n")
  }
}
