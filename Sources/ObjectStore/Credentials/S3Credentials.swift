package import FoundationEssentials

/// A key pair for S3; printing it shows none of it.
package struct S3Credentials: Hashable, Sendable {
  package let accessKeyID: String
  package let secretAccessKey: String
  /// Only temporary credentials have one.
  package let sessionToken: String?
  /// When they cease to be accepted; nil is never.
  package let expiry: Date?
  /// Where they were found, in words.
  package let source: String

  package init(
    accessKeyID: String,
    secretAccessKey: String,
    sessionToken: String? = nil,
    expiry: Date? = nil,
    source: String = "the caller",
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
