/// Where the bucket's credentials are looked for.
package enum CredentialSource: Hashable, Sendable {
  /// `AWS_ACCESS_KEY_ID` and its companions.
  case environment
  /// A section of the shared credentials file, which is `AWS_SHARED_CREDENTIALS_FILE` or
  /// `~/.aws/credentials`; nil is `AWS_PROFILE`, or else `default`.
  case profile(String?)
  /// The section `default` of a given file.
  case file(String)
}

extension CredentialSource {
  /// The first of these sources that has anything; what it has must be whole.
  ///
  /// `read` gives a file's text, or nil where it cannot be read.
  package static func credentials(
    from sources: [CredentialSource] = [.environment, .profile(nil)],
    environment: [String: String],
    read: (String) -> String?,
  ) throws(CredentialSourceError) -> S3Credentials {
    for source in sources {
      let (place, fields) = source.fields(environment: environment, read: read)
      if let found = try fields.credentials(place: place) { return found }
    }
    throw .nothingFound(sources.map { $0.fields(environment: environment, read: read).place })
  }

  private func fields(
    environment: [String: String],
    read: (String) -> String?,
  ) -> (place: String, fields: CredentialFields) {
    switch self {
    case .environment: ("the environment", CredentialFields(environment: environment))
    case .profile(let name):
      section(
        name ?? environment["AWS_PROFILE"] ?? "default",
        of: environment["AWS_SHARED_CREDENTIALS_FILE"]
          ?? "\(environment["HOME"] ?? "~")/.aws/credentials",
        read,
      )
    case .file(let path): section("default", of: path, read)
    }
  }

  private func section(
    _ name: String,
    of path: String,
    _ read: (String) -> String?,
  ) -> (place: String, fields: CredentialFields) {
    let text = read(path) ?? ""
    return ("profile \(name) of \(path)", CredentialFields(section: name, of: text))
  }
}
