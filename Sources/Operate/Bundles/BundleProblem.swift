package import Facts
package import Templates
package import YAML

/// Why the bundle of an operator that the fleet file names cannot be used.
///
/// Nothing is rendered then: half a bundle would leave an operator without its kinds.
package struct BundleProblem: Error, Fact {
  /// What is wrong with it.
  package enum Flaw: Sendable {
    /// The file that `path` names.
    case unreadable(FileProblem.Cause)
    /// The server gave no answer.
    case unreachable(TransportError)
    /// Its HTTP status, where that is no success.
    case answered(Int)
    /// It leads from one address to the next without end.
    case endlessRedirects
    case tooLarge(limit: Int)
    /// Its SHA-256 digest, in hexadecimal, where the fleet file has another.
    case otherDigest(found: String)
    /// It is HTML, as a page about the file is.
    case webPage
    case notYAML(YAMLError)
    case content(BundleError)
  }

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case unreadable = "bundle.unreadable"
    case unreachable = "bundle.unreachable"
    /// It has more bytes than any bundle needs.
    case tooLarge = "bundle.too-large"
    case otherDigest = "bundle.other-digest"
    case malformed = "bundle.malformed"
  }

  /// The path or URL as the fleet file has it.
  package let bundle: String
  /// What is wrong with it.
  package let flaw: Flaw

  init(_ bundle: String, _ flaw: Flaw) {
    self.bundle = bundle
    self.flaw = flaw
  }

  package var code: Code {
    switch flaw {
    case .unreadable: .unreadable
    case .unreachable, .answered, .endlessRedirects: .unreachable
    case .tooLarge: .tooLarge
    case .otherDigest: .otherDigest
    case .webPage, .notYAML, .content: .malformed
    }
  }
}
