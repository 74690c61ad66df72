import JSON

extension JSONError {
  /// What is wrong, and where.
  var words: String { "\(reason.words) at byte \(offset)" }
}

extension JSONError.Reason {
  /// As it stands before the place.
  fileprivate var words: String {
    switch self {
    case .unexpectedEnd: "the text ends too early"
    case .unexpectedCharacter(let byte): "unexpected \(Self.name(byte))"
    case .invalidEscape: "an escape that JSON does not know"
    case .invalidNumber: "a malformed number"
    case .invalidUTF8: "text that is not UTF-8"
    case .controlCharacter: "a control character inside a string"
    case .tooDeep(let limit): "more than \(limit) levels of nesting"
    case .trailingText: "text after the value"
    }
  }

  /// The character where it can be seen, else the byte.
  private static func name(_ byte: UInt8) -> String {
    (0x21..<0x7F).contains(byte)
      ? "`\(Character(Unicode.Scalar(byte)))`" : "byte 0x\(String(byte, radix: 16))"
  }
}
