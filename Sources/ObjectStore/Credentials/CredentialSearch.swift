package import Facts
package import HTTP

/// Looks for credentials as AWS' own tools do.
package struct CredentialSearch: Sendable {
  let environment: [String: String]
  /// For asking AWS' token service where nothing else is said.
  let region: String
  let transport: HTTPTransport
  /// How long an endpoint of this machine may take to answer.
  let patience: Duration
  /// For how long a profile's program may run.
  let programTimeLimit: Duration
  /// Gets what such a program says to people, as where to log in, line by line.
  let tell: @Sendable (ProgramNews) -> Void
  let read: @Sendable (String) -> String?

  /// `read` gives a file's text, or nil where it cannot be read.
  package init(
    environment: [String: String],
    region: String,
    transport: HTTPTransport,
    patience: Duration = .seconds(5),
    programTimeLimit: Duration = .seconds(60),
    tell: @escaping @Sendable (ProgramNews) -> Void = { _ in },
    read: @escaping @Sendable (String) -> String?,
  ) {
    self.environment = environment
    self.region = region
    self.transport = transport
    self.patience = patience
    self.programTimeLimit = programTimeLimit
    self.tell = tell
    self.read = read
  }

  /// The first of these sources that has anything; what it has must be whole.
  package func credentials(
    from sources: [CredentialSource]
  ) async throws(CredentialSourceError) -> S3Credentials {
    for source in sources {
      if let found = try await credentials(from: source) { return found }
    }
    var places: [CredentialPlace] = []
    for source in sources where !places.contains(source.place) { places.append(source.place) }
    throw .nothingFound(places)
  }

  /// nil where the source has nothing to say.
  private func credentials(
    from source: CredentialSource
  ) async throws(CredentialSourceError) -> S3Credentials? {
    switch source {
    case .environment: try environmentKeys()
    case .assumedRole(let profile): try await assumedRole(profile)
    case .webIdentity(let profile, let orEnvironment):
      try await webIdentity(profile, orEnvironment: orEnvironment)
    case .keys(let profile): try keys(of: self.profile(profile))
    case .process(let profile): try await process(profile)
    case .file(let path):
      try keys(AWSProfile.section("default", of: read(path) ?? ""), place: source.place)
    case .container: try await container()
    case .instance: try await instance()
    }
  }

  /// A variable that is set to something.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
