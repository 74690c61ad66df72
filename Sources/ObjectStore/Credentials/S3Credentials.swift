/// A key pair for S3; printing it shows none of it.
package struct S3Credentials: Hashable, Sendable {
  package let accessKeyID: String
  package let secretAccessKey: String
  /// Only temporary credentials have one.
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
