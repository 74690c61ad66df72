import Foundation
import JSON
import TestSupport
import Testing

@testable import fedctl_sandbox

/// Service proxies, asked by kubectl; the real process behind them is a second sandbox.
@Suite(.waitsForPrograms) struct ServiceProxyTests {
  private static let service = """
    {"apiVersion":"v1","kind":"Service","metadata":{"name":"query","namespace":"default"},
     "spec":{"ports":[{"name":"http","port":9090},{"name":"grpc","port":10901}]}}
    """
  private static let path = "/hub/api/v1/namespaces/default/services"

  @Test func `a real process answers, with path, query and body, and its own status`() throws {
    let other = try RunningSandbox()
    let sandbox = try RunningSandbox("--proxy", "hub/default/query:http=\(try other.server)")
    #expect(try sandbox.kubectl("create", "-f", "-", input: Self.service).status == 0)
    func get(_ port: String, _ target: String) throws -> RunningSandbox.Result {
      try sandbox.kubectl("get", "--raw", "\(Self.path)/query:\(port)/proxy\(target)")
    }
    let chosen = try get(
      "http",
      "/api/v1/namespaces?labelSelector=kubernetes.io%2Fmetadata.name%3Ddefault",
    )
    let items = try JSON(parsing: chosen.output)["items"]?.arrayValue ?? []
    #expect(items.map { $0["metadata"]?["name"] } == ["default"])
    #expect(try get("9090", "/version").output.contains("gitVersion"))
    let made = try sandbox.kubectl(
      "create",
      "--raw",
      "\(Self.path)/query:http/proxy/api/v1/namespaces",
      "-f",
      "-",
      input: #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"beyond"}}"#,
    )
    #expect(made.status == 0, "\(made.errors)")
    #expect(try other.kubectl("get", "namespace", "beyond").status == 0)
    #expect(try sandbox.kubectl("get", "namespace", "beyond").status != 0)
    let missing = try get("http", "/api/v1/namespaces/nobody")
    #expect(missing.errors.contains(#"namespaces "nobody" not found"#))
  }

  @Test func `without a process, an API server's own words are heard`() throws {
    let sandbox = try RunningSandbox()
    #expect(try sandbox.kubectl("create", "-f", "-", input: Self.service).status == 0)
    func said(_ service: String) throws -> String {
      try sandbox.kubectl("get", "--raw", "\(Self.path)/\(service)/proxy/metrics").errors
    }
    #expect(try said("query:http").contains("no endpoints available for service \"query\""))
    #expect(try said("query:80").contains("no service port 80 found for service \"query\""))
    #expect(try said("nobody:80").contains("services \"nobody\" not found"))
    #expect(try said("nobody:http").contains("endpoints \"nobody\" not found"))
  }

  @Test(arguments: [
    "default/query=http://192.0.2.1:9090", "query=http://127.0.0.1:1", "a/b",
    "a/b=https://127.0.0.1:1", "a//b=http://127.0.0.1:1", "a/b=http://127.0.0.1:99999",
  ])
  func `only this machine's processes are behind a proxy`(rule: String) {
    #expect(throws: ProxyRule.Unreadable.self) { try ProxyRule(rule) }
  }
}
