/// The keys of an S3 account; they never show themselves.
package struct S3Credentials: Hashable, Sendable {
  package let accessKeyID: String
  package let secretAccessKey: String
  /// Only of temporary credentials.
  package let sessionToken: String?

  package init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
  }
}

extension S3Credentials: CustomStringConvertible, CustomReflectable {
  package var description: String { "S3Credentials(redacted)" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
