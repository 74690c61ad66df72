import Facts

/// Why there are no credentials for the bucket.
package enum CredentialSourceError: Error, Hashable, Sendable {
  /// The places that were looked at, each once.
  case nothingFound([CredentialPlace])
  /// A place that has a part of what is needed.
  case incomplete(CredentialPlace, missing: Part)
  /// A place that says how to get credentials, and it did not work.
  case failed(CredentialPlace, CredentialFailure)
  /// A place that wants something which fedctl does not do.
  case unsupported(CredentialPlace, Wish)

  /// What is missing, by the name that AWS' tools have for it.
  package enum Part: String, Hashable, Sendable {
    case accessKeyID = "aws_access_key_id"
    case secretAccessKey = "aws_secret_access_key"
    case role = "AWS_ROLE_ARN"
  }

  /// What a profile wants that fedctl does not do.
  package enum Wish: Hashable, Sendable {
    /// AWS IAM Identity Center: somebody signs in through a browser.
    case singleSignOn
    /// A role whose source is not another profile.
    case roleWithoutSource
  }
}

extension CredentialSourceError: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case nothingFound = "credentials.nothing-found"
    case incomplete = "credentials.incomplete"
    case failed = "credentials.failed"
    case unsupported = "credentials.unsupported"
  }

  package var code: Code {
    switch self {
    case .nothingFound: .nothingFound
    case .incomplete: .incomplete
    case .failed: .failed
    case .unsupported: .unsupported
    }
  }
}
