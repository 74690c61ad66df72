/// A private key in PEM.
package enum PrivateKeyText {
  /// Whether it needs a passphrase, in either of the two forms that OpenSSL writes.
  package static func isEncrypted(_ bytes: some Collection<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED")
  }
}
