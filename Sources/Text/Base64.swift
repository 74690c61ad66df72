/// Base64 of RFC 4648, read as Go reads it, since Kubernetes does.
///
/// Foundation's reader differs in what it forgives.
package enum Base64 {
  /// With padding, without ends of line: what the `data` of a Secret holds.
  package static func text(of bytes: some Sequence<UInt8>) -> String {
    String(decoding: encode(bytes, standard, isPadded: true), as: UTF8.self)
  }

  /// With the alphabet that is safe in URLs and labels, without padding: what the parts of a token
  /// are.
  package static func urlText(of bytes: some Sequence<UInt8>) -> String {
    String(decoding: encode(bytes, urlSafe, isPadded: false), as: UTF8.self)
  }

  /// The bytes of padded base64; ends of line between the digits are passed over.
  ///
  /// nil where it is none: another character, a length that cannot be, padding in the wrong place.
  package static func bytes(of text: some StringProtocol) -> [UInt8]? {
    let text = Array(text.utf8)
    let end = text.lastIndex { $0 != UInt8(ascii: "=") && !isEndOfLine($0) }
    let digits = text[..<(end.map { $0 + 1 } ?? 0)]
    let padding = text[digits.endIndex...].count { $0 == UInt8(ascii: "=") }
    let count = digits.count { !isEndOfLine($0) }
    guard padding <= 2, (count + padding).isMultiple(of: 4) else { return nil }
    return decode(digits, count, standardValues)
  }

  private static func isEndOfLine(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The bytes of base64 in its URL form without padding; nil where it is none.
  package static func bytes(ofURLText text: some StringProtocol) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard !digits.contains(where: isEndOfLine) else { return nil }
    return decode(digits[...], digits.count, urlSafeValues)
  }

  /// The text in UTF-8 that padded base64 holds; nil where it is no base64 or no UTF-8.
  package static func string(of text: some StringProtocol) -> String? {
    bytes(of: text).flatMap { String(validating: $0, as: UTF8.self) }
  }

  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let standard = Array("\(letters)+/".utf8)
  private static let urlSafe = Array("\(letters)-_".utf8)
  /// The values of all bytes as digits of either alphabet; 255 for those that are none.
  private static let standardValues = values(of: standard)
  private static let urlSafeValues = values(of: urlSafe)

  private static func values(of alphabet: [UInt8]) -> [UInt8] {
    var values = [UInt8](repeating: .max, count: 256)
    for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }

  private static func encode(
    _ bytes: some Sequence<UInt8>,
    _ alphabet: [UInt8],
    isPadded: Bool,
  ) -> [UInt8] {
    var digits: [UInt8] = []
    var bits = 0
    var held = 0
    for byte in bytes {
      bits = (bits << 8 | Int(byte)) & 0xFFFF
      held += 8
      while held >= 6 {
        held -= 6
        digits.append(alphabet[bits >> held & 63])
      }
    }
    if held > 0 { digits.append(alphabet[bits << (6 - held) & 63]) }
    while isPadded, !digits.count.isMultiple(of: 4) { digits.append(UInt8(ascii: "=")) }
    return digits
  }

  /// Of `count` digits, with ends of line between them; bits that are left over in the last digit are passed over.
  private static func decode(
    _ digits: ArraySlice<UInt8>,
    _ count: Int,
    _ values: [UInt8],
  ) -> [UInt8]? {
    guard count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count / 4 * 3 + 2)
    var bits = 0
    var held = 0
    for digit in digits where !isEndOfLine(digit) {
      let value = values[Int(digit)]
      guard value != .max else { return nil }
      bits = (bits << 6 | Int(value)) & 0xFFFF
      held += 6
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> held))
      }
    }
    return bytes
  }
}

extension StringProtocol {
  /// The UTF-8 bytes in base64, as the `data` of a Secret wants them.
  package var base64: String { Base64.text(of: utf8) }
}
