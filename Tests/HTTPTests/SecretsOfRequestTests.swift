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
