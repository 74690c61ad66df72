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
  private static let live: JSON = [
    "kind": "Secret", "apiVersion": "v1", "metadata": ["name": "objstore"],
  ]

  private func status(_ code: Int, _ text: String = "", retryAfter: String? = nil)
    -> KubernetesError
  {
    let body: JSON = ["kind": "Status", "message": .string(text)]
    return .status(APIStatus(code: code, body: body.bytes(), retryAfter: retryAfter))
  }

  private func transport(_ reason: TransportError.Reason) -> KubernetesError {
    .transport(TransportError(reason, url: "https://hub.example.com"))
  }

  /// The pause of a call that has a minute left.
  private func pause(
    _ retry: inout Retry,
    _ error: KubernetesError,
    hasAnswered: Bool = true,
    left: Duration = .seconds(60),
  ) -> Retry.Pause? {
    retry.pause(after: error, hasAnswered: hasAnswered, left: left)
  }

  @Test func `what the server may mend by itself is tried again`() {
    for code in [429, 500, 502, 503, 504] {
      var retry = Retry(isRepeatable: false)
      #expect(pause(&retry, status(code)) != nil, "\(code)")
    }
    for code in [400, 401, 403, 404, 409, 410, 422] {
      var retry = Retry(isRepeatable: true)
      #expect(pause(&retry, status(code)) == nil, "\(code)")
    }
  }

  @Test func `a field that the schema does not have stays unknown, whatever the status says`() {
    var retry = Retry(isRepeatable: true)
    #expect(pause(&retry, status(500, "failed to create typed patch object: x")) == nil)
    #expect(
      pause(&retry, status(500, "failed to convert new object (thanos/x) to smd typed")) == nil
    )
  }

  @Test func `a request that may have arrived is sent again only if that changes nothing`() {
    for reason in [TransportError.Reason.dropped("reset"), .timedOut("slow")] {
      var harmless = Retry(isRepeatable: true)
      #expect(pause(&harmless, transport(reason)) != nil)
      var once = Retry(isRepeatable: false)
      #expect(pause(&once, transport(reason)) == nil)
    }
  }

  @Test func `what never arrived is sent again, even if it must not be done twice`() {
    for reason in [TransportError.Reason.refused, .unreachable("no route")] {
      var retry = Retry(isRepeatable: false)
      #expect(pause(&retry, transport(reason), hasAnswered: false) != nil, "\(reason)")
    }
  }

  @Test func `a name or a handshake that fails is a mistake at first and a restart later`() {
    for reason in [TransportError.Reason.unresolved, .handshake("reset by peer")] {
      var retry = Retry(isRepeatable: false)
      #expect(pause(&retry, transport(reason), hasAnswered: false) == nil, "\(reason)")
      #expect(pause(&retry, transport(reason), hasAnswered: true) != nil, "\(reason)")
    }
    var refused = Retry(isRepeatable: true)
    #expect(pause(&refused, transport(.handshake("tlsv13 alert certificate required"))) == nil)
  }

  @Test func `a server that cannot be trusted is not tried again`() {
    for reason in [TransportError.Reason.untrustedServer("self-signed"), .cancelled] {
      var retry = Retry(isRepeatable: true)
      #expect(pause(&retry, transport(reason)) == nil)
    }
  }

  @Test func `where nobody answers, a call goes on until its time is over`() {
    var retry = Retry(isRepeatable: true)
    for _ in 1...50 { #expect(pause(&retry, transport(.refused)) != nil) }
    #expect(pause(&retry, transport(.refused)) == .scattered(upTo: .seconds(3)))
    #expect(pause(&retry, transport(.refused), left: .seconds(1)) == .scattered(upTo: .seconds(1)))
    #expect(pause(&retry, transport(.refused), left: .zero) == nil)
  }

  @Test func `what stands before the API server speaks for nobody behind it`() {
    let page = KubernetesError.status(APIStatus(code: 503, body: Array("<html>".utf8)))
    var retry = Retry(isRepeatable: true)
    for _ in 1...50 { #expect(pause(&retry, page) != nil) }
    #expect(pause(&retry, page, left: .zero) == nil)
  }

  @Test func `the pause grows with each try, and the sixth failure is the last`() {
    var retry = Retry(isRepeatable: true)
    let pauses = (1...6).map { _ in pause(&retry, status(503, "overloaded")) }
    #expect(
      pauses == [100, 200, 400, 800, 1_600].map { .scattered(upTo: .milliseconds($0)) } + [nil]
    )
  }

  @Test func `a server that says when is believed, up to half a minute`() {
    var retry = Retry(isRepeatable: true)
    #expect(pause(&retry, status(429, retryAfter: "7")) == .asked(.seconds(7)))
    #expect(pause(&retry, status(503, retryAfter: "3600")) == .asked(.seconds(30)))
    let date = "Wed, 21 Oct 2026 07:28:00 GMT"
    #expect(
      pause(&retry, status(503, retryAfter: date)) == .scattered(upTo: .milliseconds(400))
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
      seen.add(request.path) < 2 ? .failure(503, after: 0) : .json(Self.live)
    } _: { client in
      let answer = try await client.get(Self.secret)
      #expect(answer == Self.live)
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
