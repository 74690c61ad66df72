package import Facts

/// What the server said when it refused, and what was asked of it.
package struct S3Failure: Hashable, Sendable {
  /// The HTTP status.
  package let status: Int
  /// S3's word for the reason, such as `NoSuchBucket`; empty where the answer has no body.
  package let code: String
  /// The server's own text; empty where the answer has none.
  package let message: String
  /// How an answer begins that is not S3's, as a proxy's page; nil where it is, or says nothing.
  package let page: String?
  /// Who gave an answer that is not S3's; nil where it is.
  package let answerer: Answerer?
  /// The IAM action that the request needs, as `s3:ListBucket`.
  package let permission: String
  /// Which bucket was asked for.
  package let bucket: String
  /// Host, or host:port.
  package let endpoint: String
  /// Where the credentials came from.
  package let credentialSource: CredentialPlace
  /// The bucket's region, where the server told it.
  package let region: String?
  /// The server's clock, where it told it, as its `Date` header.
  let date: String?

  package init(
    status: Int,
    code: String,
    message: String = "",
    page: String? = nil,
    answerer: Answerer? = nil,
    permission: String,
    bucket: String,
    endpoint: String,
    credentialSource: CredentialPlace,
    region: String? = nil,
    date: String? = nil,
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.page = page
    self.answerer = answerer
    self.permission = permission
    self.bucket = bucket
    self.endpoint = endpoint
    self.credentialSource = credentialSource
    self.region = region
    self.date = date
  }
}

extension S3Failure {
  /// What a refusal means for the person who reads of it.
  package enum Kind: Hashable, Sendable {
    case missing
    case accessKeyUnknown
    case secretKeyWrong
    case sessionRefused
    case denied
    /// The server's clock and ours differ by more than 15 minutes.
    case clock
    case region
    /// A bucket of that name is somebody else's.
    case nameTaken
    case notEmpty
    /// It asked to slow down, and did not recover.
    case overloaded
    case other
  }

  /// What S3's word for it means to a person.
  package var kind: Kind {
    switch code {
    case "NoSuchBucket": .missing
    case "InvalidAccessKeyId": .accessKeyUnknown
    case "SignatureDoesNotMatch": .secretKeyWrong
    case "InvalidToken", "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired":
      .sessionRefused
    case "AccessDenied", "AllAccessDisabled", "AccountProblem": .denied
    case "RequestTimeTooSkewed": .clock
    case "PermanentRedirect", "AuthorizationHeaderMalformed", "TemporaryRedirect",
      "IllegalLocationConstraintException":
      .region
    case "BucketAlreadyExists": .nameTaken
    case "BucketNotEmpty": .notEmpty
    case "SlowDown", "ServiceUnavailable", "RequestLimitExceeded", "Throttling": .overloaded
    default: .other
    }
  }
}
