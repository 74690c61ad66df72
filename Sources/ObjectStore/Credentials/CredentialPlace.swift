/// Where credentials came from, or where they were looked for.
package enum CredentialPlace: Hashable, Sendable {
  /// They were handed over by the code that uses them.
  case caller
  /// `AWS_ACCESS_KEY_ID` and its companions.
  case environment
  /// A profile of AWS' shared files.
  case profile(String)
  /// The program that a profile names.
  case process(profile: String)
  /// A role, by its ARN, for which a profile's keys are exchanged.
  case role(String, profile: String)
  /// A role for which some token is exchanged.
  case webIdentity
  /// The same, with the path of the token's file.
  case webIdentityFile(String)
  /// Section `default` of a given file.
  case file(String)
  case container
  case instance
}
