import ObjectStore

extension CredentialSourceError {
  /// What, where, why, and what to do next; never a key.
  var words: String {
    switch self {
    case .nothingFound(let places):
      "no bucket credentials in \(places.map(\.words).joined(separator: ", ")); "
        + "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
    case .incomplete(let place, let missing):
      "\(place.words) has half a key pair: \(missing.rawValue) is missing"
    case .failed(let place, let failure):
      "no bucket credentials from \(place.words): \(failure.words)"
    case .unsupported(let place, let wish): "\(place.words) \(wish.words)"
    }
  }
}

extension CredentialSourceError.Wish {
  /// As it follows the place's name.
  fileprivate var words: String {
    switch self {
    case .singleSignOn:
      "signs in through a browser; set credential_process = aws configure export-credentials "
        + "--profile NAME --format process in a profile of its own"
    case .roleWithoutSource:
      "has a role_arn and no source_profile; name the profile whose keys may assume the role"
    }
  }
}

extension CredentialPlace {
  /// A place in the middle of a sentence.
  var words: String {
    switch self {
    case .caller: "the caller"
    case .environment: "the environment"
    case .profile(let name): "profile \(name)"
    case .process(let name): "credential_process of profile \(name)"
    case .role(let role, let profile): "role \(role) of profile \(profile)"
    case .webIdentity: "the web identity"
    case .webIdentityFile(let path): "the web identity in \(path)"
    case .file(let path): "profile default of \(path)"
    case .container: "the container's credentials"
    case .instance: "the instance's metadata"
    }
  }
}

extension CredentialFailure {
  /// As it follows the place's name and a colon.
  var words: String {
    switch self {
    case .answerWithoutKeys: "its answer has no key pair"
    case .answerWithoutTime: "its Expiration is no RFC 3339 time"
    case .untrustedEndpoint:
      "AWS_CONTAINER_CREDENTIALS_FULL_URI is neither https nor a local address"
    case .endpointStatus(let status): "the endpoint answered \(status)"
    case .roleStatus(let status, let role): "it answered \(status) for role \(role)"
    case .outputUnreadable: "it printed no JSON of Version 1"
    case .programFailed(let command, let status): "`\(command)` ended with status \(status)"
    case .programNotStarted(let command): "`\(command)` cannot be started"
    case .programSaidTooMuch(let command): "`\(command)` printed more than 1 MiB"
    case .programSilent(let command): "`\(command)` did not end within a minute"
    case .cancelled: "it was not waited for"
    case .noKeys(let profile): "profile \(profile) has no keys"
    case .fileUnreadable: "the file cannot be read"
    case .tokenServiceMisnamed: "AWS_ENDPOINT_URL_STS is no URL"
    case .tokenServiceRefused(let status, let code, let message):
      "AWS' token service said \(Self.reason(status, code, message))"
    case .transport(let error): error.words
    }
  }

  /// The status, and S3's word for it where there is one.
  private static func reason(_ status: Int, _ code: String?, _ message: String?) -> String {
    let said = [code, message].compactMap { $0 }
    return said.isEmpty ? "status \(status)" : said.joined(separator: ": ")
  }
}
