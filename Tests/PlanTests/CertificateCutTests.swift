import Testing

@testable import Plan

/// A text is taken apart at whole certificates and nowhere else.
struct CertificateCutTests {
  private let begin = "-----BEGIN CERTIFICATE-----"
  private let end = "-----END CERTIFICATE-----"

  private func cut(_ text: String) -> [String] {
    let cut = CertificateCut(text)
    return cut.texts.map { "\($0)" } + cut.certificates.map { "cert:\($0)" }
  }

  @Test func `what stands around certificates is kept`() {
    #expect(cut("a") == ["a"])
    #expect(
      cut("a\(begin)AQ==\(end)b\(begin)Ag==\(end)") == ["a", "b", "", "cert:AQ==", "cert:Ag=="]
    )
  }

  @Test func `what begins and does not end is text`() {
    for text in ["\(begin)AQ==", "\(begin)A-\(end)", "\(end)\(begin)", "é\(begin)é--"] {
      #expect(cut(text) == [text])
    }
    #expect(cut("\(begin)\(begin)AQ==\(end)") == [begin, "", "cert:AQ=="])
  }
}
