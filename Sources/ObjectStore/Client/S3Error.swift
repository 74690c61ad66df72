package import Facts

/// Why a request to S3 came to nothing.
package enum S3Error: Error, Hashable, Sendable {
  case transport(TransportError)
  /// The server said no.
  case refused(S3Failure)
  /// The server's answer to a request, named by its IAM action, is not what S3 answers.
  case malformed(request: String, S3AnswerFlaw)
  case credentials(CredentialSourceError)
}

extension S3Error: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// No answer came.
    case unreachable = "bucket.unreachable"
    /// There are no credentials to ask with.
    case noCredentials = "bucket.no-credentials"
    /// The answer is not what S3 answers.
    case notS3 = "bucket.not-s3"
    /// There is no bucket of that name.
    case missing = "bucket.missing"
    /// The server does not know the access key id.
    case accessKeyUnknown = "bucket.access-key-unknown"
    /// The secret key does not belong to its access key id.
    case secretKeyWrong = "bucket.secret-key-wrong"
    /// The session token has expired, or is none of the server's.
    case sessionRefused = "bucket.session-refused"
    /// The credentials may not do what was asked.
    case denied = "bucket.denied"
    /// The server's clock and ours differ by more than 15 minutes.
    case clock = "bucket.clock"
    /// The bucket is in another region.
    case region = "bucket.region"
    /// A bucket of that name is somebody else's.
    case nameTaken = "bucket.name-taken"
    /// The bucket still holds something.
    case notEmpty = "bucket.not-empty"
    /// The server asked to slow down, and did not recover.
    case overloaded = "bucket.overloaded"
    /// The server said no for another reason.
    case refused = "bucket.refused"
  }

  package var code: Code {
    switch self {
    case .transport: .unreachable
    case .malformed: .notS3
    case .credentials: .noCredentials
    case .refused(let failure):
      switch failure.kind {
      case .missing: .missing
      case .accessKeyUnknown: .accessKeyUnknown
      case .secretKeyWrong: .secretKeyWrong
      case .sessionRefused: .sessionRefused
      case .denied: .denied
      case .clock: .clock
      case .region: .region
      case .nameTaken: .nameTaken
      case .notEmpty: .notEmpty
      case .overloaded: .overloaded
      case .other: .refused
      }
    }
  }
}

extension S3Error {
  /// S3's own word for the refusal, such as `NoSuchBucket`; nil where nothing was refused.
  var serverCode: String? {
    guard case .refused(let failure) = self else { return nil }
    return failure.code
  }

  package var isMissingBucket: Bool { serverCode == "NoSuchBucket" }

  /// The server could not do what it should be able to.
  var isServerFailure: Bool {
    guard case .refused(let failure) = self else { return false }
    return failure.status >= 500
  }

  /// The server does not know the request at all, as many that are not AWS.
  package var isNotImplemented: Bool {
    guard case .refused(let failure) = self else { return false }
    return failure.code == "NotImplemented" || failure.status == 501 || failure.status == 405
  }
}
