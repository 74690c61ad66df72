import FoundationEssentials
package import Text

/// Credentials that are looked for when they are first needed, and again before they expire.
package actor CredentialProvider {
  private let search: CredentialSearch
  private let sources: [CredentialSource]
  private let secrets: KnownSecrets
  private var found: S3Credentials?
  private var searching: Task<Result<S3Credentials, CredentialSourceError>, Never>?
  /// AWS' own tools begin this early, in seconds, to look for new ones.
  private static let margin: TimeInterval = 300

  /// What is found is added to `secrets`.
  package init(
    _ search: CredentialSearch,
    from sources: [CredentialSource],
    hiding secrets: KnownSecrets = KnownSecrets(),
  ) {
    self.search = search
    self.sources = sources
    self.secrets = secrets
  }

  package func current() async throws(S3Error) -> S3Credentials {
    if let found, (found.expiry ?? .distantFuture) > Date().addingTimeInterval(Self.margin) {
      return found
    }
    return try await look()
  }

  /// Looks again, though what was found should still be good.
  func refresh() async throws(S3Error) { _ = try await look() }

  /// One search at a time, whoever asks.
  private func look() async throws(S3Error) -> S3Credentials {
    let task =
      searching
      ?? Task { [search, sources] in
        do throws(CredentialSourceError) {
          return .success(try await search.credentials(from: sources))
        } catch {
          return .failure(error)
        }
      }
    searching = task
    let result = await task.value
    searching = nil
    switch result {
    case .success(let credentials):
      secrets.insert(
        [credentials.accessKeyID, credentials.secretAccessKey, credentials.sessionToken]
          .compactMap { $0 }
      )
      found = credentials
      return credentials
    case .failure(let error): throw .credentials(error)
    }
  }
}
