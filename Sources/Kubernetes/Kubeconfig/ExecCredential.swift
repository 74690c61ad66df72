package import Facts
package import FoundationEssentials
internal import HTTP
internal import JSON
internal import Text

/// What a credential plugin prints (client.authentication.k8s.io), held to what it may say.
package struct ExecCredential: Sendable {
  /// What goes with a request.
  package let proof: Credential.Proof
  /// nil where the plugin says nothing of it.
  package let expiry: Date?

  /// Refuses what is no credential of the version that was asked for; `command` is whose answer it is.
  package init(
    reading output: [UInt8],
    of version: ExecPlugin.Version,
    from command: String,
  ) throws(CredentialError) {
    do throws(PluginFlaw) {
      let status = try Self.status(in: output, of: version)
      var proof = Credential.Proof()
      proof.identity = try Self.identity(status)
      if let token = status?["token"]?.stringValue, !token.isEmpty {
        proof.headers = Credential.Proof.bearer(token).headers
      }
      guard proof.identity != nil || !proof.headers.isEmpty else { throw .empty }
      self.proof = proof
      expiry = try Self.expiry(status)
    } catch {
      throw .malformedAnswer(command: command, error)
    }
  }

  private static func status(
    in output: [UInt8],
    of version: ExecPlugin.Version,
  ) throws(PluginFlaw) -> JSON? {
    guard let answer = try? JSON(parsing: output) else { throw .notJSON }
    guard answer["apiVersion"]?.stringValue == version.rawValue,
      answer["kind"]?.stringValue == "ExecCredential"
    else { throw .otherKind(version: version.rawValue) }
    return answer["status"]
  }

  /// A certificate comes with its key, or not at all.
  private static func identity(_ status: JSON?) throws(PluginFlaw) -> TLSIdentity? {
    let certificate = status?["clientCertificateData"]?.stringValue
    let key = status?["clientKeyData"]?.stringValue
    switch (certificate, key) {
    case (_?, let key?) where PrivateKeyText.isEncrypted(key.utf8): throw .encryptedKey
    case (let certificate?, let key?):
      return TLSIdentity(certificate: Array(certificate.utf8), key: Array(key.utf8))
    case (nil, nil): return nil
    default: throw .halfIdentity
    }
  }

  private static func expiry(_ status: JSON?) throws(PluginFlaw) -> Date? {
    guard let text = status?["expirationTimestamp"]?.stringValue else { return nil }
    guard let date = RFC3339.date(text) else { throw .badExpiry }
    return date
  }
}
