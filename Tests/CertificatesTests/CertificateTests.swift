import Certificates
import Testing

struct CertificateTests {
  private let now = 1_800_000_000

  @Test func `a certificate tells what it was asked to say`() throws {
    let authority = try Authority(from: now)
    let server = try authority.issue(.server(names: ["a.example.com", "192.0.2.7"]))
    let certificate = try Certificate(server.certificate)
    #expect(certificate.commonName == "leaf")
    #expect(certificate.organization == "fleet")
    #expect(certificate.notAfter == now + 3600)
    #expect(certificate.isAuthority == false)
    #expect(certificate.proves("a.example.com"))
    #expect(certificate.proves("192.0.2.7"))
    #expect(certificate.proves("b.example.com") == false)
    #expect(certificate.proves("leaf") == false)
    #expect(certificate.belongs(to: server.privateKey))
    #expect(certificate.belongs(to: authority.key.privateKey) == false)
  }

  @Test func `an address of IPv6 is proven with and without brackets`() throws {
    let server = try Authority(from: now).issue(.server(names: ["[2001:db8::1]"]))
    let certificate = try Certificate(server.certificate)
    #expect(certificate.proves("[2001:db8::1]"))
    #expect(certificate.proves("2001:db8::1"))
  }

  /// It would be two names if it were handed on as a line of configuration.
  @Test func `a name with a comma stays one name`() throws {
    let server = try Authority(from: now).issue(.server(names: ["a,DNS:b.example.com"]))
    #expect(try Certificate(server.certificate).proves("b.example.com") == false)
  }

  @Test func `only the authority that signed a certificate is its issuer`() throws {
    let (authority, namesake) = (try Authority(from: now), try Authority(from: now))
    let client = try Certificate(authority.issue(.client).certificate)
    #expect(client.isSigned(by: try Certificate(authority.key.certificate)))
    #expect(client.isSigned(by: try Certificate(namesake.key.certificate)) == false)
    #expect(try Certificate(authority.key.certificate).isAuthority)
  }

  @Test func `an authority that is renewed with its key still vouches for what it signed`() throws {
    let authority = try Authority(from: now)
    let client = try Certificate(authority.issue(.client).certificate)
    let renewed = try Authority(from: now + 60, reusing: authority.key.privateKey)
    #expect(renewed.key.certificate != authority.key.certificate)
    #expect(client.isSigned(by: try Certificate(renewed.key.certificate)))
  }

  @Test func `what is no certificate or key is refused`() throws {
    #expect(throws: CertificateError.reading) {
      _ = try Certificate("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    }
    let key = try Authority(from: now).key
    #expect(throws: CertificateError.readingKey) {
      _ = try Authority(from: now, reusing: key.certificate)
    }
    #expect(try Certificate(key.certificate).belongs(to: "") == false)
  }
}

/// An authority that issues for an hour.
struct Authority {
  let key: CertifiedKey
  private let start: Int

  init(from start: Int, reusing privateKey: String? = nil) throws {
    self.start = start
    key = try Self.request("authority", .authority, from: start).issued(reusing: privateKey)
  }

  func issue(_ purpose: CertificateRequest.Purpose) throws -> CertifiedKey {
    try Self.request("leaf", purpose, from: start).issued(by: key)
  }

  private static func request(
    _ name: String,
    _ purpose: CertificateRequest.Purpose,
    from start: Int,
  ) -> CertificateRequest {
    CertificateRequest(
      commonName: name,
      organization: "fleet",
      purpose: purpose,
      notBefore: start,
      notAfter: start + 3600,
    )
  }
}
