/// Whether a name promises a secret, as people call keys, variables and fields that hold one.
package enum SecretName {
  private static let words = [
    "accesskey", "secret", "token", "password", "passwd", "passphrase", "privatekey", "apikey",
    "credential",
  ].map { Array($0.utf8) }

  /// Whether one of the words is in it, however it is cased and joined: `S3_SECRET_KEY`, `apiKey`.
  package static func matches(_ name: String) -> Bool {
    // In bytes, for whole files are asked of, line by line.
    let letters = name.utf8.compactMap(letter)
    return letters.indices.contains { start in
      words.contains { letters[start...].starts(with: $0) }
    }
  }

  /// A plain letter in its lower case; nil for all else, which nobody's eye is stopped by.
  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x61...0x7A: byte
    default: nil
    }
  }
}
