extension S3Failure: CustomStringConvertible {
  /// What, where, why, and what to do next; never a key.
  package var description: String {
    switch code {
    case "NoSuchBucket":
      "bucket \(bucket) does not exist at \(endpoint); "
        + "create it, or write `create: true` under `bucket`"
    case "InvalidAccessKeyId":
      "\(endpoint) does not know the access key id from \(credentialSource)"
    case "SignatureDoesNotMatch":
      "the secret key from \(credentialSource) does not belong to its access key id, "
        + "says \(endpoint)"
    case "InvalidToken", "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired":
      "\(endpoint) refuses the session token from \(credentialSource): \(message)"
    case "AccessDenied", "AllAccessDisabled", "AccountProblem":
      "\(endpoint) denies \(permission) on bucket \(bucket) to the credentials from "
        + "\(credentialSource): \(message)"
    case "RequestTimeTooSkewed":
      "this machine's clock and that of \(endpoint) differ by more than 15 minutes; set the clock"
    case "PermanentRedirect", "AuthorizationHeaderMalformed", "TemporaryRedirect",
      "IllegalLocationConstraintException":
      wrongRegion
    case "BucketAlreadyExists":
      "somebody else's bucket has the name \(bucket) at \(endpoint); choose another name"
    case "BucketNotEmpty":
      "bucket \(bucket) is not empty"
    case "SlowDown", "ServiceUnavailable", "RequestLimitExceeded", "Throttling":
      "\(endpoint) asks to slow down and did not recover (\(code)); run it again later"
    default: other
    }
  }

  private var wrongRegion: String {
    guard let region else {
      return "\(endpoint) says that the region is wrong: \(message); mend `region` under `bucket`"
    }
    return "bucket \(bucket) is in \(region); write `region: \(region)` under `bucket`"
  }

  private var other: String {
    let reason = [code, message].filter { !$0.isEmpty }.joined(separator: ": ")
    let words = reason.isEmpty ? "" : ", \(reason)"
    return "\(endpoint) answered \(status) to \(permission) on bucket \(bucket)\(words)"
  }
}
