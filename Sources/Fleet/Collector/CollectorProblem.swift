import Facts

/// Collectors that could not run, or would give away a token.
package enum CollectorProblem: Fact, Hashable {
  /// There are no public tags that last.
  case imageMissing
  case tokenWithoutTLS(url: String)
  /// A name that stands in the names of certificates, of which X.509 allows 64 characters in all.
  case nameTooLong(String, limit: Int)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case imageMissing = "fleet.collector-image-missing"
    /// A token would be sent over a connection that is not encrypted.
    case tokenWithoutTLS = "fleet.token-without-tls"
    /// No certificate can be made for a name of that length.
    case nameTooLong = "fleet.name-too-long"
  }

  package var code: Code {
    switch self {
    case .imageMissing: .imageMissing
    case .tokenWithoutTLS: .tokenWithoutTLS
    case .nameTooLong: .nameTooLong
    }
  }
}
