package import FoundationEssentials

/// A key pair for S3; printing it shows none of it.
package struct S3Credentials: Hashable, Sendable {
  /// Public: it stands in every request.
  package let accessKeyID: String
  /// Signs requests and never leaves this machine but in the hub's Secret.
  package let secretAccessKey: String
  /// Only temporary credentials have one.
  package let sessionToken: String?
  /// When they cease to be accepted; nil is never.
  package let expiry: Date?
  /// Where they were found.
  package let source: CredentialPlace

  package init(
    accessKeyID: String,
    secretAccessKey: String,
    sessionToken: String? = nil,
    expiry: Date? = nil,
    source: CredentialPlace = .caller,
  ) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiry = expiry
    self.source = source
  }
}

extension S3Credentials: CustomStringConvertible, CustomReflectable {
  package var description: String { "S3Credentials(redacted)" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
