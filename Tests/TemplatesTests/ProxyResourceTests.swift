import Fleet
import JSON
import Objects
import Templates
import TestSupport
import Testing

/// What the proxies before the fleet's ports ask for and may use.
@Suite struct ProxyResourceTests {
  /// The resources of each container of a name, in all pods of a cluster.
  private func resources(of container: String, in example: String, _ hub: String) throws -> [JSON] {
    let text = try ExampleFleet.text(of: example)
      .replacing("  context: hub\n", with: "  context: hub\n  \(hub)\n")
    let fleet = try #require(Fleet.read(Array(text.utf8), file: "fleet.yaml").fleet)
    return try render(fleet).manifests.flatMap { manifest -> [JSON] in
      let spec = manifest.body["spec"]?["template"]?["spec"] ?? manifest.body["spec"]
      let all = spec?["containers"]?.arrayValue ?? []
      return all.filter { $0["name"]?.stringValue == container }.compactMap { $0["resources"] }
    }
  }

  @Test func `they are those of the file, in every pod`() throws {
    let limits = "resources: {limits: {memory: 512Mi}}"
    let whole: JSON = [
      "requests": ["cpu": "10m", "memory": "64Mi"], "limits": ["memory": "512Mi"],
    ]
    let login = try resources(
      of: "oauth-proxy",
      in: "receive-olm",
      "oauthProxy: {\(limits)}",
    )
    // Receive's, the querier's and Grafana's, and those of two clusters' Prometheus.
    #expect(login == Array(repeating: whole, count: 5))
    let tokens = try resources(
      of: "kube-rbac-proxy",
      in: "receive-kubernetes",
      "kubeRBACProxy: {\(limits)}",
    )
    #expect(tokens == [whole])
  }

  @Test func `without a word they are small`() throws {
    let usual: JSON = ["requests": ["cpu": "10m", "memory": "64Mi"]]
    let found = try resources(of: "oauth-proxy", in: "receive-openshift", "grafana: {}")
    #expect(!found.isEmpty && found.allSatisfy { $0 == usual })
  }
}
