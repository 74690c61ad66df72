package import Facts

/// What went wrong at a place that says how to get credentials.
package enum CredentialFailure: Hashable, Sendable {
  case answerWithoutKeys
  /// Its `Expiration` is no time of RFC 3339.
  case answerWithoutTime
  /// The container's endpoint would get the token in clear, outside this machine.
  case untrustedEndpoint
  /// The status that the container's endpoint answered.
  case endpointStatus(Int)
  /// The status that the instance's metadata service answered for its role.
  case roleStatus(Int, role: String)
  /// The program printed no JSON of `Version` 1.
  case outputUnreadable
  /// The program's exit status.
  case programFailed(String, status: Int)
  case programNotStarted(String)
  /// It printed more than 1 MiB.
  case programSaidTooMuch(String)
  /// It did not end within a minute.
  case programSilent(String)
  /// Whoever waited for it does so no more.
  case cancelled
  /// The profile whose keys may assume the role has none.
  case noKeys(profile: String)
  /// The token's file.
  case fileUnreadable
  /// `AWS_ENDPOINT_URL_STS` is no URL.
  case tokenServiceMisnamed
  /// The token service's answer: its status, and its own code and message where it gave them.
  case tokenServiceRefused(status: Int, code: String?, message: String?)
  case transport(TransportError)
}
