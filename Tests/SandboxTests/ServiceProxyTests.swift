import FlyingFox
import FlyingSocks
import Foundation
import Testing

@testable import fedctl_sandbox

/// Service proxies, asked by kubectl.
@Suite struct ServiceProxyTests {
  private static let service = """
    {"apiVersion":"v1","kind":"Service","metadata":{"name":"query","namespace":"default"},
     "spec":{"ports":[{"name":"http","port":9090},{"name":"grpc","port":10901}]}}
    """
  private static let path = "/hub/api/v1/namespaces/default/services"

  @Test func `a real process answers, with path, query and body, and its own status`() async throws
  {
    try await withEcho { port in
      let sandbox = try RunningSandbox(
        "--proxy",
        "hub/default/query:http=http://127.0.0.1:\(port)/root",
      )
      #expect(try sandbox.kubectl("create", "-f", "-", input: Self.service).status == 0)
      let got = try sandbox.kubectl(
        "get",
        "--raw",
        "\(Self.path)/query:http/proxy/api/v1/query?query=up%7Ba%3D%22b%22%7D&x=1",
      )
      #expect(got.output == "GET /root/api/v1/query?query=up%7Ba%3D%22b%22%7D&x=1 ")
      let byNumber = try sandbox.kubectl("get", "--raw", "\(Self.path)/query:9090/proxy/")
      #expect(byNumber.output == "GET /root/ ")
      let posted = try sandbox.kubectl(
        "create",
        "--raw",
        "\(Self.path)/query:http/proxy/api",
        "-f",
        "-",
        input: "{\"a\":1}",
      )
      #expect(posted.output == "POST /root/api {\"a\":1}")
      let refused = try sandbox.kubectl("get", "--raw", "\(Self.path)/query:http/proxy/teapot")
      #expect(refused.status != 0)
    }
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

  /// Runs a server that says what it was asked.
  private func withEcho(_ body: (UInt16) throws -> Void) async throws {
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0),
      timeout: 3_600,
      logger: .disabled,
      handler: ClosureHTTPHandler { request in
        let body = String(decoding: try await request.bodyData, as: UTF8.self)
        let said = "\(request.method.rawValue) \(request.target.rawValue) \(body)"
        let isTeapot = request.path.hasSuffix("teapot")
        return HTTPResponse(
          statusCode: isTeapot ? .teapot : .ok,
          headers: [.contentType: "text/plain"],
          body: Data(said.utf8),
        )
      },
    )
    let task = Task { try await server.run() }
    try await server.waitUntilListening(timeout: 1_800)
    guard case .ip4(_, let port) = await server.listeningAddress else {
      Issue.record("the server listens on no loopback port")
      return
    }
    try body(port)
    await server.stop()
    _ = await task.result
  }
}
