import FoundationEssentials

/// Names of blocks: ten characters for the time at which one was made, sixteen for chance, so that the order of their
/// bytes is that of time (github.com/ulid/spec).
enum ULID {
  /// Crockford's base 32.
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let timeLength = 10

  /// 26 characters, of which the first has three bits.
  static func isOne(_ text: Substring) -> Bool {
    let bytes = text.utf8
    guard bytes.count == 26, let first = bytes.first else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(first)
      && bytes.allSatisfy(digits.contains)
  }

  /// When it was made, by the clock of who made it; nil for what is none.
  static func time(of text: Substring) -> Date? {
    guard isOne(text) else { return nil }
    let milliseconds = text.utf8.prefix(timeLength).reduce(Int64(0)) { sum, byte in
      sum << 5 | Int64(digits.firstIndex(of: byte) ?? 0)
    }
    return Date(timeIntervalSince1970: Double(milliseconds) / 1_000)
  }

  /// What stands before each that was made then or later.
  static func beginning(at time: Date) -> String {
    let milliseconds = Int64(min(max(0, (time.timeIntervalSince1970 * 1_000).rounded()), 0x1p47))
    let bytes = (0..<timeLength).reversed().map { digits[Int(milliseconds >> (5 * $0) & 31)] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
