import Facts
import Testing
import Text

@testable import HTTP

struct SecretsOfRequestTests {
  @Test func `what shows who asks is known as a secret before it is sent`() async throws {
    let known = KnownSecrets()
    let transport = try HTTPTransport(hiding: known)
    var request = HTTPRequest(.get, "http://127.0.0.1:1/")
    request.headers = [
      HTTPHeader("authorization", "Bearer token-canary"),
      HTTPHeader("Authorization", "Basic \("me:password:canary".base64)"),
      HTTPHeader("X-Amz-Security-Token", "session-canary"),
    ]
    request.tls.identity = TLSIdentity(
      certificate: Array("public".utf8),
      key: Array("key-canary".utf8),
    )
    await #expect(throws: TransportError.self) { try await transport.send(request) }
    for secret in ["token-canary", "password:canary", "session-canary", "key-canary"] {
      #expect(known.redact("<\(secret)>") == "<(sensitive)>")
    }
  }

  /// To Swift a space, or a colon, with an accent behind it is another character.
  @Test func `a secret that begins with an accent is known, too`() {
    let known = KnownSecrets()
    for value in ["Bearer \u{301}a-token", "Basic \("me:\u{301}canary".base64)"] {
      var request = HTTPRequest(.get, "http://127.0.0.1:1/")
      request.headers = [HTTPHeader("Authorization", value)]
      known.insert(request.secrets)
    }
    #expect(known.redact("<\u{301}a-token>") == "<(sensitive)>")
    #expect(known.redact("<\u{301}canary>") == "<(sensitive)>")
  }

  @Test func `the marks of a URL are found whatever is behind them`() {
    let url = "https://me:pw@\u{301}host/\u{301}a?\u{301}token=x"
    #expect(PrintableURL.text(of: url) == "https://\u{301}host/\u{301}a")
    #expect(PrintableURL.text(of: "https://h#\u{301}@b") == "https://h")
    #expect(
      EnvironmentProxy(["HTTPS_PROXY": "p:1"]).proxy(for: "https://me@\u{301}h") == "http://p:1"
    )
  }

  @Test(arguments: ["a\nb", "a\r\nX-Other: 1", "a\u{0}", "a\u{7F}"])
  func `a header that would end early is not sent`(value: String) async throws {
    let transport = try HTTPTransport()
    let request = HTTPRequest(
      .get,
      "http://127.0.0.1:1/",
      headers: [HTTPHeader("Accept", "x"), HTTPHeader("Authorization", "Bearer \(value)")],
    )
    let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
    #expect(error?.reason == .unsendableHeader(name: "Authorization"))
  }

  @Test func `a signature is good once, and does not fill the memory`() {
    var request = HTTPRequest(.get, "http://127.0.0.1:1/")
    request.headers = [HTTPHeader("Authorization", "AWS4-HMAC-SHA256 Credential=a/b, Signature=c")]
    #expect(request.secrets.isEmpty)
  }
}
