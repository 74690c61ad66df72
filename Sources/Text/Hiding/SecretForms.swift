/// How a secret looks where somebody else quotes it: in JSON, in base64 with something around it, in
/// an address, in XML, in hexadecimal digits.
struct SecretForms {
  private let secret: String

  /// Of UTF-8 text.
  init(of secret: String) { self.secret = secret }

  /// In no order; many secrets look the same in most forms.
  var all: Set<[UInt8]> {
    let texts = Set([secret] + escapedInJSON + [escapedInXML])
    let plain = texts.union(texts.flatMap(escapedInAddresses)).union(linesOfKey)
    return Set(plain.map { Array($0.utf8) }).union(inBase64).union(inDigits)
  }

  /// A private key is also known by any one of its lines.
  private var linesOfKey: [String] {
    guard secret.hasPrefix("-----BEGIN ") else { return [] }
    let lines = secret.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }
    return lines.filter { !$0.hasPrefix("-----") }.flatMap { [$0] + escapedInAddresses($0) }
  }

  // MARK: Escapes

  /// As JSON writers differ: in slashes, in what HTML would take for its own, in what is not ASCII;
  /// and once more escaped, where a message with JSON in it stands in JSON.
  private var escapedInJSON: [String] {
    let writers = [
      Self.escape(secret) { _ in false },
      Self.escape(secret) { $0 == "<" || $0 == ">" || $0 == "&" },
      Self.escape(secret) { !$0.isASCII },
      Self.escape(secret) { _ in false }.replacing("/", with: "\\/"),
    ]
    let twice = writers.map { Self.escape($0) { _ in false } }
    return writers + twice + twice.map { $0.replacing("/", with: "\\/") }
  }

  private static func escape(
    _ text: String,
    asNumber isNumbered: (Unicode.Scalar) -> Bool,
  ) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case _ where scalar.value < 32 || isNumbered(scalar): numbered(scalar)
      default: String(scalar)
      }
    }
    .joined()
  }

  /// `\u` and four digits for each half of UTF-16.
  private static func numbered(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    .joined()
  }

  private var escapedInXML: String {
    let entities: [Character: String] = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
    ]
    return secret.map { entities[$0] ?? String($0) }.joined()
  }

  /// In a path, and in a form, where a space is `+`; with large digits and with small ones.
  private func escapedInAddresses(_ text: String) -> [String] {
    let strict = PercentEncoding.strict(text)
    let small = Self.withSmallDigits(strict)
    return [strict, small].flatMap { [$0, $0.replacing("%20", with: "+")] }
  }

  private static func withSmallDigits(_ text: String) -> String {
    var left = 0
    let bytes = text.utf8.map { byte -> UInt8 in
      if byte == UInt8(ascii: "%") { left = 3 }
      left -= 1
      return left >= 0 && (65...70).contains(byte) ? byte | 32 : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Base64 and digits

  /// Alone, with its padding; and within something longer, where it may begin at each of three places
  /// and only the digits that are the secret's alone are known.
  private var inBase64: Set<[UInt8]> {
    let alone = [Base64.text(of: secret.utf8), Base64.urlText(of: secret.utf8)]
    let within = (0..<3).flatMap { before in
      let bytes = [UInt8](repeating: 0, count: before) + secret.utf8
      let known = (before * 8 + 5) / 6..<bytes.count * 8 / 6
      return [Base64.text(of: bytes), Base64.urlText(of: bytes)].map { Array($0.utf8)[known] }
    }
    return Set(alone.map { Array($0.utf8) } + within.map(Array.init))
  }

  private var inDigits: [[UInt8]] {
    let digits = Array("0123456789abcdef".utf8)
    let small = secret.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return [small, small.map { (97...102).contains($0) ? $0 - 32 : $0 }]
  }
}
