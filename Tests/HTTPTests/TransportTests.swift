import Facts
import FlyingFox
import FlyingSocks
import FoundationEssentials
import HTTP
import TestSupport
import Testing

/// Calls with the base URL of a server in this process.
private func withServer(
  _ handler: @escaping @Sendable (FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse,
  _ body: (String) async throws -> Void,
) async throws {
  let server = FlyingFox.HTTPServer(
    address: .loopback(port: 0),
    timeout: 3_600,
    handler: ClosureHTTPHandler(handler),
  )
  let task = ServerThreads.run { try await server.run() }
  try await server.waitUntilListening(timeout: 1_800)
  guard case .ip6(_, let port) = await server.listeningAddress else {
    Issue.record("the server listens on no loopback port")
    return
  }
  try await body("http://[::1]:\(port)")
  await server.stop()
  _ = await task.result
}

@Test func `a request arrives as it was said and nothing is added`() async throws {
  try await withServer { request in
    let told = [
      request.method.rawValue, request.path, request.headers[FlyingFox.HTTPHeader("X-Told")] ?? "",
      request.headers[.contentType] ?? "none",
      request.headers[FlyingFox.HTTPHeader("Expect")] ?? "none",
      String(decoding: try await request.bodyData, as: UTF8.self),
    ]
    return FlyingFox.HTTPResponse(
      statusCode: .created,
      body: .init(told.joined(separator: "|").utf8),
    )
  } _: { base in
    let response = try await HTTPTransport().send(
      HTTP.HTTPRequest(
        .patch,
        "\(base)/a/b",
        headers: [HTTP.HTTPHeader("X-Told", "yes")],
        body: Array("text".utf8),
      )
    )
    #expect(response.status == 201)
    #expect(String(decoding: response.body, as: UTF8.self) == "PATCH|/a/b|yes|none|none|text")
  }
}

@Test func `an answer beyond the limit is refused`() async throws {
  try await withServer { _ in
    FlyingFox.HTTPResponse(statusCode: .ok, body: .init(repeating: 0, count: 2000))
  } _: { base in
    let request = HTTP.HTTPRequest(.get, "\(base)/big?token=hidden", maximumResponseSize: 1000)
    await #expect(throws: TransportError(.tooLarge(limit: 1000), url: "\(base)/big")) {
      try await HTTPTransport().send(request)
    }
  }
}

@Test func `a port where nobody listens refuses`() async throws {
  await #expect(throws: TransportError(.refused, url: "http://127.0.0.1:1/")) {
    try await HTTPTransport().send(HTTP.HTTPRequest(.get, "http://me:hidden@127.0.0.1:1/"))
  }
}

@Test func `cancelling the task ends the request`() async throws {
  try await withServer { _ in
    try await Task.sleep(for: .seconds(60))
    return FlyingFox.HTTPResponse(statusCode: .ok)
  } _: { base in
    let transport = try HTTPTransport()
    let task = Task { try await transport.send(HTTP.HTTPRequest(.get, base)) }
    task.cancel()
    let result = await task.result
    #expect(throws: TransportError(.cancelled, url: base)) { try result.get() }
  }
}
