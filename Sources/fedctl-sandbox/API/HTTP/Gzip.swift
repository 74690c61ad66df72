/// The content coding `gzip` (RFC 1952), as the API server offers it for long answers.
///
/// What repeats is told by where it stood before, in the fixed codes of DEFLATE (RFC 1951): quick, as the server's own
/// level 1 is, and a text of JSON becomes a fifth of itself.
enum Gzip {
  /// In bytes: only longer bodies are worth the work, to the API server.
  static let threshold = 128 << 10

  /// Whether a client says that it reads it: one of the words of `Accept-Encoding`, and nothing else in it.
  static func isAccepted(by header: String) -> Bool {
    header.split(separator: ",").contains { word in
      word.drop { $0 == " " }.prefix { $0 != " " } == "gzip"
    }
  }

  /// A whole body in this coding.
  static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    // Magic number, DEFLATE, no flags, no time, fastest, unknown system.
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4, 255]
    return header + Deflate.block(of: bytes) + littleEndian(checksum(of: bytes))
      + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32 as gzip wants it.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { checksum, byte in
      table[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)] ^ checksum >> 8
    }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }
}
