package import Facts
import HTTP

/// Why a request to S3 came to nothing.
package enum S3Error: Error, Sendable {
  case transport(TransportError)
  /// The server said no.
  case refused(S3Failure)
  /// The server's answer cannot be read.
  case malformed(request: String, reason: String)
  case credentials(CredentialSourceError)
}

/// What the server said when it refused, and what was asked of it.
package struct S3Failure: Hashable, Sendable {
  package let status: Int
  /// S3's word for the reason, such as `NoSuchBucket`; empty where the answer has no body.
  package let code: String
  package let message: String
  /// The IAM action that the request needs.
  package let permission: String
  package let bucket: String
  /// Host, or host:port.
  package let endpoint: String
  /// Where the credentials came from, in words.
  package let credentialSource: String
  /// The bucket's region, where the server told it.
  package let region: String?
  /// The server's clock, where it told it.
  let date: String?
}

extension S3Error {
  package var code: String? {
    guard case .refused(let failure) = self else { return nil }
    return failure.code
  }

  package var isMissingBucket: Bool { code == "NoSuchBucket" }

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

extension S3Error: CustomStringConvertible {
  package var description: String {
    switch self {
    case .transport(let error): error.description
    case .refused(let failure): failure.description
    case .malformed(let request, let reason):
      "the answer to \(request) is not S3's: \(reason); is `endpoint` an S3 server?"
    case .credentials(let error): error.description
    }
  }
}
