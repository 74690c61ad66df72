package import JSON

/// A single value as it was written, and what it means.
package struct Scalar: Hashable, Sendable {
  /// The text without quotes and escapes.
  package let text: String
  /// A value of null, bool, number or string.
  package let json: JSON

  /// Text that is a string whatever it looks like, as text in quotes is.
  package init(string text: String) {
    self.text = text
    json = .string(text)
  }

  /// Text without quotes, which means what the YAML 1.2 core schema says.
  ///
  /// So `yes`, `no`, `on` and `off` are strings. As in Kubernetes, and unlike the core schema, digits
  /// after a leading zero are octal: `0644` is a file mode to everyone who writes it.
  package init(plain text: String) {
    self.text = text
    json =
      Self.mayMeanMore(text)
      ? Self.word(text) ?? Self.integer(text) ?? Self.decimal(text) ?? .string(text)
      : .string(text)
  }

  /// Whether it begins as a number or one of the words does; most texts do not.
  private static func mayMeanMore(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    return (0x30...0x39).contains(first) || "+-.~nNtTfF".utf8.contains(first)
  }

  /// `null`, `true`, `false` and what else has a meaning of its own.
  private static func word(_ text: String) -> JSON? {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .double(.infinity)
    case "-.inf", "-.Inf", "-.INF": .double(-.infinity)
    case ".nan", ".NaN", ".NAN": .double(.nan)
    default: nil
    }
  }

  /// Decimal, hexadecimal or octal, as Kubernetes reads them.
  private static func integer(_ text: String) -> JSON? {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard let first = digits.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let sign = isNegative ? "-" : ""
    let (body, radix): (Substring, Int) =
      if digits.hasPrefix("0x") {
        (digits.dropFirst(2), 16)
      } else if digits.hasPrefix("0o") {
        (digits.dropFirst(2), 8)
      } else if digits.count > 1, digits.hasPrefix("0") {
        (digits, 8)
      } else {
        (digits, 10)
      }
    guard let digit = body.utf8.first, digit != UInt8(ascii: "-"), digit != UInt8(ascii: "+") else {
      return nil
    }
    return Int64(sign + body, radix: radix).map(JSON.integer)
  }

  /// Digits with a fraction or an exponent, or more digits than 64 bits hold.
  private static func decimal(_ text: String) -> JSON? {
    var hasDigit = false
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "+"), UInt8(ascii: "-"): continue
      case UInt8(ascii: "."): continue
      case UInt8(ascii: "e"), UInt8(ascii: "E"): if place == 0 || !hasDigit { return nil }
      default: return nil
      }
    }
    return hasDigit ? Double(text).map(JSON.double) : nil
  }
}
