/// A private key in PEM.
package enum PrivateKeyText {
  /// Whether it needs a passphrase, in either of the two forms that OpenSSL reads: `BEGIN ENCRYPTED PRIVATE KEY`, and
  /// `Proc-Type: 4,ENCRYPTED` with white space as one likes.
  ///
  /// No other key has this word: in base64 it would come up by chance once in 10^16 times.
  package static func isEncrypted(_ bytes: some Collection<UInt8>) -> Bool {
    let word = Array("ENCRYPTED".utf8)
    let bytes = Array(bytes)
    guard bytes.count >= word.count else { return false }
    return (0...bytes.count - word.count).contains { bytes[$0...].starts(with: word) }
  }
}
