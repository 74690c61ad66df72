/// Texts that some reader of YAML takes for a number or a time, though others do not.
///
/// Of those that begin with a digit behind signs, points and underscores; every scalar that is written passes here, so
/// it is asked byte by byte and not with a regular expression, which Swift compiles anew each time.
enum NumberForm {
  /// To any reader: Go's leave out every underscore, and know `0X`, `0O` and `0B`, too.
  static func isNumber(_ text: String) -> Bool {
    let bare = Array(text.lowercased().utf8.filter { $0 != UInt8(ascii: "_") })
    return isDecimal(bare) || isOfBase(bare)
  }

  /// Dates, and the numbers to the base of sixty that YAML 1.1 knows.
  static func isTime(_ text: String) -> Bool { isSexagesimal(text) || beginsAsDate(text) }

  /// `[-+]?[0-9.]+(e[-+]?[0-9]*)?` with one point at most.
  private static func isDecimal(_ text: [UInt8]) -> Bool {
    var rest = withoutSign(text[...])
    let digits = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    rest = rest.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count(where: { $0 == UInt8(ascii: ".") }) <= 1 else {
      return false
    }
    guard rest.first == UInt8(ascii: "e") else { return rest.isEmpty }
    return withoutSign(rest.dropFirst()).allSatisfy(isDigit)
  }

  /// `[-+]?0[xob][0-9a-f]+`: letters that a base does not have are left to no reader.
  private static func isOfBase(_ text: [UInt8]) -> Bool {
    let rest = withoutSign(text[...])
    guard rest.first == UInt8(ascii: "0"), let base = rest.dropFirst().first,
      "xob".utf8.contains(base)
    else { return false }
    let digits = rest.dropFirst(2)
    return !digits.isEmpty && digits.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
  }

  /// `[-+]?[0-9][0-9_]*(:[0-9]{1,2})+(\.[0-9_]*)?`.
  private static func isSexagesimal(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let whole = withoutSign(bytes[...])
    let parts = whole.prefix { $0 != UInt8(ascii: ".") }
      .split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, first.first.map(isDigit) == true,
      first.allSatisfy(isDigitOrUnderscore)
    else { return false }
    return parts.dropFirst().allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(isDigit) }
      && whole.drop { $0 != UInt8(ascii: ".") }.dropFirst().allSatisfy(isDigitOrUnderscore)
  }

  /// `[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}`, whatever follows.
  private static func beginsAsDate(_ text: String) -> Bool {
    let bytes = text.utf8
    let year = bytes.prefix(while: isDigit).count
    let month = bytes.dropFirst(5).prefix(while: isDigit).count
    let rest = bytes.dropFirst(5 + month)
    return year == 4 && bytes.dropFirst(4).first == UInt8(ascii: "-") && (1...2).contains(month)
      && rest.first == UInt8(ascii: "-") && rest.dropFirst().first.map(isDigit) == true
  }

  private static func withoutSign(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(text.first) ? text.dropFirst() : text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isDigitOrUnderscore(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_")
  }
}
