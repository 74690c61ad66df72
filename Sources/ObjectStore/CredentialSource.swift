/// Where the bucket's keys are looked for.
package enum CredentialSource: Hashable, Sendable {
  /// AWS_ACCESS_KEY_ID and its companions.
  case environment
  /// A profile of the shared credentials file.
  case profile(String)
  /// Any file in that format; its profile `default`, or the only one that it has.
  case file(path: String)
}

/// Why no keys were found, and what would help.
package enum CredentialLookupError: Error, Hashable, Sendable {
  /// Names of variables that are not set.
  case notInEnvironment([String])
  case unreadableFile(path: String)
  case noSuchProfile(String, path: String, known: [String])
  /// A profile that lacks one half of the pair.
  case incompleteProfile(String, path: String, missing: String)
}

extension CredentialLookupError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notInEnvironment(let names):
      """
      the bucket's keys are not in the environment: \(names.joined(separator: " and ")) not set. \
      Set them, or name a profile or a file in bucket.credentials
      """
    case .unreadableFile(let path):
      "the credentials file \(path) cannot be read. Write it, or change bucket.credentials"
    case .noSuchProfile(let name, let path, let known):
      """
      \(path) has no profile \(name); it has \
      \(known.isEmpty ? "none" : known.joined(separator: ", ")). Mend bucket.credentials
      """
    case .incompleteProfile(let name, let path, let missing):
      "profile \(name) of \(path) has no \(missing). Add it"
    }
  }
}

extension CredentialSource {
  /// Looks the keys up. `read` gives a file's text, nil where it cannot be read.
  package func credentials(
    environment: [String: String],
    read: (String) -> String?,
  ) throws(CredentialLookupError) -> S3Credentials {
    switch self {
    case .environment: return try Self.inEnvironment(environment)
    case .profile(let name):
      let home = environment["HOME"].map { "\($0)/.aws/credentials" } ?? ".aws/credentials"
      let path = environment["AWS_SHARED_CREDENTIALS_FILE"] ?? home
      return try Self.profiles(in: path, read).credentials(of: name)
    case .file(let path):
      let profiles = try Self.profiles(in: path, read)
      return try profiles.credentials(of: profiles.onlyName ?? "default")
    }
  }

  private static func inEnvironment(
    _ environment: [String: String]
  ) throws(CredentialLookupError) -> S3Credentials {
    let value = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    guard let id = value("AWS_ACCESS_KEY_ID"), let secret = value("AWS_SECRET_ACCESS_KEY") else {
      let names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]
      throw .notInEnvironment(names.filter { value($0) == nil })
    }
    return S3Credentials(
      accessKeyID: id,
      secretAccessKey: secret,
      sessionToken: value("AWS_SESSION_TOKEN"),
    )
  }

  private static func profiles(
    in path: String,
    _ read: (String) -> String?,
  ) throws(CredentialLookupError) -> CredentialProfiles {
    guard let text = read(path) else { throw .unreadableFile(path: path) }
    return CredentialProfiles(text, path: path)
  }
}
