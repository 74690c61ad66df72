import Testing

@testable import Kubernetes

/// What API servers advise against, in a header.
@Suite struct WarningTests {
  @Test(
    arguments: [
      (
        #"299 - "would violate PodSecurity \"restricted:latest\"""#,
        #"would violate PodSecurity "restricted:latest""#,
      ),
      (#"299 kube "a" "Wed, 21 Oct 2026 07:28:00 GMT""#, "a"),
      (#"299 - """#, ""), ("299 - \"\u{301}a\\\"\u{301}b\"\u{301}", "\u{301}a\"\u{301}b"),
    ]
  )
  func `the sentence is read without its quotes`(header: String, text: String) {
    #expect(APIWarning.text(of: header) == text)
  }

  @Test(arguments: ["", "299 - ", "110 - \"stale\"", "299 - \"without end"])
  func `what has none is passed over`(header: String) {
    #expect(APIWarning.text(of: header) == nil)
  }
}
