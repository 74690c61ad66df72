/// Why a text is no JSON, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// What is wrong at the place where reading stopped.
  package enum Reason: Hashable, Sendable {
    case unexpectedEnd
    case unexpectedCharacter(UInt8)
    case invalidEscape
    case invalidNumber
    case invalidUTF8
    case controlCharacter
    case tooDeep(limit: Int)
    case trailingText
  }

  package let reason: Reason
  /// Bytes before the place where reading stopped.
  package let offset: Int

  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension JSONError: CustomStringConvertible {
  package var description: String { "\(reason.words) at byte \(offset)" }
}

extension JSONError.Reason {
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

  private static func name(_ byte: UInt8) -> String {
    (0x21..<0x7F).contains(byte)
      ? "`\(Character(Unicode.Scalar(byte)))`" : "byte 0x\(String(byte, radix: 16))"
  }
}
