/// One place where credentials are looked for.
package enum CredentialSource: Hashable, Sendable {
  /// `AWS_ACCESS_KEY_ID` and its companions.
  case environment
  /// A role that a profile names, for which the keys of another profile are exchanged.
  case assumedRole(profile: String)
  /// A role for which a token in a file is exchanged; named by a profile or by the environment.
  case webIdentity(profile: String, orEnvironment: Bool)
  /// Keys in the shared credentials or configuration file.
  case keys(profile: String)
  /// A program that a profile names.
  case process(profile: String)
  /// The keys of section `default` of a given file.
  case file(String)
  /// The endpoint that ECS and EKS Pod Identity tell containers of.
  case container
  /// The metadata service of an EC2 instance.
  case instance

  /// All that one profile can say.
  package static func profile(_ name: String) -> [CredentialSource] {
    [
      .assumedRole(profile: name), .webIdentity(profile: name, orEnvironment: false),
      .keys(profile: name), .process(profile: name),
    ]
  }

  /// The order of AWS' own tools; naming a profile rules out the environment's keys.
  package static func standard(_ environment: [String: String]) -> [CredentialSource] {
    if let profile = environment["AWS_PROFILE"], !profile.isEmpty {
      return self.profile(profile) + [.container, .instance]
    }
    return [
      .environment, .assumedRole(profile: "default"),
      .webIdentity(profile: "default", orEnvironment: true), .keys(profile: "default"),
      .process(profile: "default"), .container, .instance,
    ]
  }

  /// What it is called where nothing is found in it.
  var place: CredentialPlace {
    switch self {
    case .environment: .environment
    case .assumedRole(let name), .keys(let name), .process(let name): .profile(name)
    case .webIdentity(let name, false): .profile(name)
    case .webIdentity(_, true): .webIdentity
    case .file(let path): .file(path)
    case .container: .container
    case .instance: .instance
    }
  }
}
