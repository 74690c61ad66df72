import Certificates
import Objects
import Testing

@testable import fedctl

/// What stands in a plan in place of a certificate.
struct CertificateMarkTests {
  private func mark(of pem: String) -> String {
    let lines = pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }
    return ValueMarks.words.certificate(lines.joined())
  }

  @Test func `its subject, its last day and the beginning of its fingerprint`() throws {
    let request = CertificateRequest(
      commonName: "ingress-operator\u{202E}",
      organization: "o",
      purpose: .authority,
      notBefore: 1_700_000_000,
      notAfter: 1_800_000_000,
    )
    let (one, other) = (try request.issued().certificate, try request.issued().certificate)
    let told = mark(of: one)
    #expect(told.hasPrefix("(certificate ingress-operator"))
    #expect(!told.unicodeScalars.contains("\u{202E}"))
    #expect(told.contains(", until 2027-01-15, SHA-256 "))
    #expect(told != mark(of: other))
  }

  @Test func `its end where nobody can read it`() {
    #expect(ValueMarks.words.certificate("bm90IG9uZTEyMzQ=") == "(certificate …uZTEyMzQ)")
  }
}
