import JSON
import Objects
import TestSupport
import Testing
import YAML

@testable import Fleet
@testable import Templates

/// The operator of a bundle, as a fleet installs it.
@Suite struct BundledOperatorTests {
  @Test func `its definitions keep their names, and bring the kinds that the fleet uses`() throws {
    let definitions = try hub().filter { $0.reference.kind == .customResourceDefinition }
    #expect(definitions.count == 4)
    #expect(
      Set(definitions.flatMap(\.provides))
        == [.prometheus, .serviceMonitor, .prometheusRule, .scrapeConfig]
    )
    for definition in definitions {
      #expect(definition.reference.name.hasSuffix(".monitoring.coreos.com"))
      #expect(definition.body["metadata"]?["labels"]?["fedctl.dev/fleet"] == "edge-metrics")
    }
  }

  @Test func `it looks at the fleet's namespace alone, and may do nothing elsewhere`() throws {
    let arguments = try #require(deployment().container("prometheus-operator"))["args"]?.texts
    #expect(
      arguments == [
        "--prometheus-config-reloader=quay.io/prometheus-operator/prometheus-config-reloader:v0.93.0",
        "--namespaces=monitoring",
      ]
    )
    let name = "edge-metrics.monitoring.prometheus-operator"
    let bindings = try hub().filter { $0.body["roleRef"]?["name"]?.stringValue == name }
    #expect(bindings.map(\.reference.kind) == [.roleBinding])
    #expect(bindings.first?.reference.namespace == "monitoring")
    #expect(
      bindings.first?.body["subjects"] == [
        ["kind": "ServiceAccount", "name": "prometheus-operator", "namespace": "monitoring"]
      ]
    )
    #expect(try hub().contains { $0.reference.kind == .clusterRole && $0.reference.name == name })
    #expect(try !hub().contains { $0.reference.kind == .clusterRoleBinding })
  }

  @Test func `nothing of it is left where the bundle has it`() throws {
    for manifest in try hub() where manifest.reference.kind.isNamespaced {
      #expect(manifest.reference.namespace == "monitoring")
      #expect(manifest.body["metadata"]?["namespace"] == "monitoring")
    }
  }

  @Test func `it is there before what it runs is`() throws {
    let kinds = try deployment().provides
    #expect(kinds.contains(.prometheus) && kinds.contains(.scrapeConfig))
  }

  @Test(arguments: [
    ("{}", BundleError.noObject),
    ("kind: Ingress\nmetadata: {name: web}", .otherKind("Ingress web")),
    ("apiVersion: apps/v2\nkind: Deployment\nmetadata: {name: web}", .otherKind("Deployment web")),
  ])
  func `what has no place in a bundle is refused`(_ text: String, _ error: BundleError) throws {
    let objects = try YAML.documents(Array(text.utf8), file: "bundle").map(\.json)
    #expect(throws: error) { try BundleObjects(objects) }
  }

  @Test func `a bundle without the operator or its definitions is refused`() throws {
    let objects = try YAML.documents(Array(SampleBundle.text.utf8), file: "bundle").map(\.json)
    #expect(throws: BundleError.noOperator) {
      try BundleObjects(objects.filter { $0["kind"] != "Deployment" })
    }
    #expect(throws: BundleError.noDefinitions) {
      try BundleObjects(objects.filter { $0["spec"]?["names"]?["kind"] != "Prometheus" })
    }
  }

  private func hub() throws -> [Manifest] {
    let example = Example.bundled
    return try render(example.fleet, example.bundles).manifests(on: "hub")
  }

  private func deployment() throws -> Manifest {
    try #require(
      hub().first {
        $0.reference.kind == .deployment && $0.reference.name == "prometheus-operator"
      }
    )
  }
}
