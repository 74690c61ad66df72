import Foundation
import HTTP
import TestSupport
import Testing

/// How many connections a Prometheus has accepted, that of the question among them.
private func accepted(by server: PrometheusProcess) throws -> Int {
  let text = String(
    decoding: try Tool.output(of: "curl", ["-sfk", "\(server.url)/metrics"]),
    as: UTF8.self,
  )
  let line = text.split(separator: "\n").first {
    $0.hasPrefix("net_conntrack_listener_conn_accepted_total")
  }
  return try #require(line?.split(separator: " ").last.flatMap { Int($0) })
}

/// Over TLS, HTTP/2 is taken where the server has it: one connection carries whatever is under way.
@Test(.enabled(if: PrometheusProcess.isInstalled))
func `a hundred requests at once take one connection`() async throws {
  // Over TLS it speaks HTTP/2, and it counts the connections that it accepts.
  let certificate = try TestCertificate(for: "localhost")
  let server = try PrometheusProcess.started(web: certificate.webConfiguration)
  let transport = try HTTPTransport()
  let request = HTTPRequest(
    .get,
    "\(server.url)/-/ready",
    tls: TLSOptions(verifiesServer: false),
  )
  let before = try accepted(by: server)
  let statuses = await withTaskGroup(of: Int?.self) { group in
    for _ in 0..<100 { group.addTask { try? await transport.send(request).status } }
    return await group.reduce(into: []) { $0.append($1) }
  }
  #expect(statuses == Array(repeating: 200, count: 100))
  // One more is that of the second question.
  #expect(try accepted(by: server) - before - 1 == 1)
}
