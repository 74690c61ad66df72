import Facts

/// Collectors that could not run, or would give away a token.
package enum CollectorProblem: Fact, Hashable {
  /// There are no public tags that last.
  case imageMissing
  case tokenWithoutTLS(url: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case imageMissing = "fleet.collector-image-missing"
    /// A token would be sent over a connection that is not encrypted.
    case tokenWithoutTLS = "fleet.token-without-tls"
  }

  package var code: Code {
    switch self {
    case .imageMissing: .imageMissing
    case .tokenWithoutTLS: .tokenWithoutTLS
    }
  }
}
