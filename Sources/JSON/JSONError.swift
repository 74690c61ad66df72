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

  /// What is wrong there.
  package let reason: Reason
  /// Bytes before the place where reading stopped.
  package let offset: Int

  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
