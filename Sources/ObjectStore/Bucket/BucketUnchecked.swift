import Facts

/// Why a bucket is not looked at.
package enum BucketUnchecked: Hashable, Sendable {
  /// The fleet file says `check: false`.
  case switchedOff
  /// The pods have keys of their own, and fedctl has none.
  case noCredentials(CredentialSourceError)
}

extension BucketUnchecked: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case switchedOff = "bucket.check-switched-off"
    case noCredentials = "bucket.credentials-unknown"
  }

  package var code: Code {
    switch self {
    case .switchedOff: .switchedOff
    case .noCredentials: .noCredentials
    }
  }
}
