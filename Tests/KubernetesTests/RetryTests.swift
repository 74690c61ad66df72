import Facts
import JSON
import Objects
import Testing

@testable import Kubernetes

@Suite struct RetryTests {
  private static let secret = ObjectReference(
    cluster: "hub",
    .secret,
    namespace: "thanos",
    name: "objstore",
  )

  private func status(_ code: Int, _ text: String = "", retryAfter: String? = nil)
    -> KubernetesError
  {
    let body: JSON = ["kind": "Status", "message": .string(text)]
    return .status(APIStatus(code: code, body: body.bytes(), retryAfter: retryAfter))
  }

  private func transport(_ reason: TransportError.Reason) -> KubernetesError {
    .transport(TransportError(reason, url: "https://hub.example.com"))
  }

  @Test func `what the server may mend by itself is tried again`() {
    for code in [429, 500, 502, 503, 504] {
      var retry = Retry(isRepeatable: false)
      #expect(retry.pause(after: status(code)) != nil, "\(code)")
    }
    for code in [400, 401, 403, 404, 409, 410, 422] {
      var retry = Retry(isRepeatable: true)
      #expect(retry.pause(after: status(code)) == nil, "\(code)")
    }
  }

  @Test func `a field that the schema does not have stays unknown, whatever the status says`() {
    var retry = Retry(isRepeatable: true)
    #expect(retry.pause(after: status(500, "failed to create typed patch object: x")) == nil)
  }

  @Test func `a request that may have arrived is sent again only if that changes nothing`() {
    for reason in [TransportError.Reason.dropped("reset"), .timedOut("slow")] {
      var harmless = Retry(isRepeatable: true)
      #expect(harmless.pause(after: transport(reason)) != nil)
      var once = Retry(isRepeatable: false)
      #expect(once.pause(after: transport(reason)) == nil)
    }
  }

  @Test func `a server that cannot be reached or trusted is not tried again`() {
    for reason in [
      TransportError.Reason.refused, .unresolved, .untrustedServer("self-signed"), .cancelled,
    ] {
      var retry = Retry(isRepeatable: true)
      #expect(retry.pause(after: transport(reason)) == nil)
    }
  }

  @Test func `the pause grows with each try, and the sixth failure is the last`() {
    var retry = Retry(isRepeatable: true)
    let pauses = (1...6).map { _ in retry.pause(after: status(503)) }
    #expect(
      pauses == [100, 200, 400, 800, 1_600].map { .scattered(upTo: .milliseconds($0)) } + [nil]
    )
  }

  @Test func `a server that says when is believed, up to half a minute`() {
    var retry = Retry(isRepeatable: true)
    #expect(retry.pause(after: status(429, retryAfter: "7")) == .asked(.seconds(7)))
    #expect(retry.pause(after: status(503, retryAfter: "3600")) == .asked(.seconds(30)))
    let date = "Wed, 21 Oct 2026 07:28:00 GMT"
    #expect(
      retry.pause(after: status(503, retryAfter: date)) == .scattered(upTo: .milliseconds(400))
    )
  }

  @Test func `a scattered pause lies between half and all of its bound`() {
    let pause = Retry.Pause.scattered(upTo: .milliseconds(800))
    for _ in 1...100 {
      #expect((.milliseconds(400)...(.milliseconds(800))).contains(pause.drawn))
    }
    #expect(Retry.Pause.asked(.seconds(7)).drawn == .seconds(7))
  }

  @Test func `a call goes on until it is answered`() async throws {
    let seen = Record<String>()
    try await APIServer.run { request in
      seen.add(request.path) < 2 ? .failure(503, after: 0) : .json(["kind": "Secret"])
    } _: { client in
      let answer = try await client.get(Self.secret)
      #expect(answer == ["kind": "Secret"])
    }
    #expect(seen.all == Array(repeating: "/api/v1/namespaces/thanos/secrets/objstore", count: 3))
  }

  @Test func `a call that will be refused for ever is sent once`() async throws {
    let seen = Record<String>()
    try await APIServer.run { request in
      seen.add(request.path)
      return .failure(403, "Forbidden")
    } _: { client in
      let error = await #expect(throws: KubernetesError.self) {
        _ = try await client.get(Self.secret)
      }
      #expect(error?.isForbidden == true)
    }
    #expect(seen.count == 1)
  }
}
