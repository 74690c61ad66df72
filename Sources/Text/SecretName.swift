/// Whether a name promises a secret, as people call keys, variables and fields that hold one.
package enum SecretName {
  private static let words = [
    "accesskey", "secret", "token", "password", "passwd", "passphrase", "privatekey", "apikey",
    "credential",
  ]

  /// Whether one of the words is in it, however it is cased and joined: `S3_SECRET_KEY`, `apiKey`.
  package static func matches(_ name: String) -> Bool {
    let letters = name.lowercased().filter(\.isLetter)
    return words.contains { letters.contains($0) }
  }
}
