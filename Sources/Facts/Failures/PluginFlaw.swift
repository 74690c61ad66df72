/// What is wrong with the answer of a credential plugin.
package enum PluginFlaw: Error, Hashable, Sendable {
  /// It has more than 1 MiB, and was not read further.
  case tooLong
  case notJSON
  /// It is no ExecCredential of the version that was asked for.
  case otherKind(version: String)
  /// It has neither a token nor a certificate.
  case empty
  /// It has a certificate without its key, or a key alone.
  case halfIdentity
  /// Its key needs a passphrase.
  case encryptedKey
  /// Its `expirationTimestamp` is no RFC 3339 time.
  case badExpiry
}
