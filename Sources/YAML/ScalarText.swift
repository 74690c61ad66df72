import JSON

/// Scalars on one line, in quotes only where they would be misread without.
enum ScalarText {
  /// Plain where that is safe, else in double quotes.
  static func inline(_ text: String) -> String {
    if isPlainWord(text) { return text }
    guard text.unicodeScalars.allSatisfy(isPrintable) else { return escaped(text) }
    if meansSomethingElse(text) { return escaped(text) }
    return isPlain(text) ? text : quoted(text)
  }

  /// Whether it is a name as most scalars are, longer than any word with a meaning of its own: letters, digits and what
  /// stands between them, with a letter first.
  ///
  /// Such a one needs none of the questions that others do.
  private static func isPlainWord(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count > longestWord, isLetter(first) else { return false }
    return bytes.allSatisfy { byte in
      isLetter(byte) || (0x2D...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// In bytes, of those that mean something else than themselves.
  private static let longestWord = 5

  /// A number that every reader takes for one: YAML 1.1 wants a point before an exponent.
  static func number(_ number: Double) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
    let text = String(number)
    guard !text.contains("."), let exponent = text.firstIndex(of: "e") else { return text }
    return "\(text[..<exponent]).0\(text[exponent...])"
  }

  /// Whether a character can stand for itself on one line.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  /// Whether every reader takes it for this text.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    let second = text.unicodeScalars.dropFirst().first
    let begins =
      switch first {
      case "-", "?", ":": second != nil && second != " "
      case ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", " ",
        "=":
        false
      default: true
      }
    // In bytes: in a String, a space is no space any more where a combining mark follows it.
    let bytes = text.utf8
    return begins && !bytes.starts(with: "---".utf8) && !bytes.starts(with: "...".utf8)
      && !endsEarly(bytes)
  }

  /// Whether something in it ends a plain scalar: a tab, a colon before a space or at the end, a space before `#` or at the
  /// end.
  private static func endsEarly(_ bytes: String.UTF8View) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      switch (last, byte) {
      case (_, UInt8(ascii: "\t")), (UInt8(ascii: ":"), UInt8(ascii: " ")),
        (UInt8(ascii: " "), UInt8(ascii: "#")):
        return true
      default: last = byte
      }
    }
    return last == UInt8(ascii: ":") || last == UInt8(ascii: " ")
  }

  private static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "'" }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }

  /// As double quotes need it.
  private static func escaped(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      case _ where scalar.value <= 0xFF: result += "\\x" + hexadecimal(scalar.value, digits: 2)
      default: result += "\\u" + hexadecimal(scalar.value, digits: 4)
      }
    }
    return result + "\""
  }

  /// With leading zeros.
  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// Whether a reader of YAML 1.1 or 1.2 takes the text for anything but a string.
  private static func meansSomethingElse(_ text: String) -> Bool {
    if text.isEmpty || text == "<<" || words.contains(text.lowercased()) { return true }
    if Scalar(plain: text).json != .string(text) { return true }
    let digits = text.drop { $0 == "-" || $0 == "+" || $0 == "." || $0 == "_" }
    guard let first = digits.utf8.first, (0x30...0x39).contains(first) else { return false }
    return NumberForm.isNumber(text) || NumberForm.isTime(text)
  }

  private static let words: Set = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ".inf", "-.inf", "+.inf",
    ".nan",
  ]
}

extension YAML {
  /// A text as a scalar on one line, in quotes only where it would be misread without them.
  package static func scalar(_ text: String) -> String { ScalarText.inline(text) }
}
