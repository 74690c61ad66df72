import Facts

/// Bytes that are known to be UTF-8 text without control characters.
struct YAMLText {
  let bytes: [UInt8]

  /// Drops a byte-order mark.
  init(checking bytes: [UInt8], file: String) throws(YAMLError) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var line = 1
    var column = 1
    var decoder = UTF8()
    var iterator = self.bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: return
      case .error:
        throw YAMLError(.notUTF8, at: SourceMark(file: file, line: line, column: column))
      case .scalarValue(let scalar) where !Self.isAllowed(scalar):
        throw YAMLError(
          .controlCharacter(scalar.value),
          at: SourceMark(file: file, line: line, column: column),
        )
      case .scalarValue("\n"):
        line += 1
        column = 1
      case .scalarValue: column += 1
      }
    }
  }

  /// The characters of YAML 1.2, section 5.1.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
      scalar.value != 0xFEFF
    default: false
    }
  }
}
