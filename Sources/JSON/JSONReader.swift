extension JSON {
  /// Reads one JSON value and nothing after it (RFC 8259, strictly).
  ///
  /// Of members with one key in one object, the last value wins.
  /// Nesting beyond `maximumDepth` is refused, so that no input exhausts the stack. What it has in common with other
  /// documents is taken from `common`, and left there for others.
  package init(
    parsing bytes: some Collection<UInt8>,
    maximumDepth: Int = 512,
    sharing common: CommonValues? = nil,
  ) throws(JSONError) {
    var reader = JSONReader(ContiguousArray(bytes), maximumDepth, common)
    self = try reader.document()
  }

  /// Reads one JSON value from text.
  package init(parsing text: String, maximumDepth: Int = 512) throws(JSONError) {
    try self.init(parsing: text.utf8, maximumDepth: maximumDepth)
  }
}

/// Reads one value from bytes, strictly by RFC 8259, up to a depth.
struct JSONReader {
  let bytes: ContiguousArray<UInt8>
  let maximumDepth: Int
  let common: CommonValues?
  var place = 0
  private var depth = 0

  init(_ bytes: ContiguousArray<UInt8>, _ maximumDepth: Int, _ common: CommonValues?) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    self.common = common
  }

  /// Nothing but space may follow on the value.
  mutating func document() throws(JSONError) -> JSON {
    let result = try value()
    skipSpace()
    guard place == bytes.count else { throw JSONError(.trailingText, at: place) }
    return result
  }

  /// Any value, without the space around it.
  mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    switch try peek() {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONError) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONError) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case let byte: throw JSONError(.unexpectedCharacter(byte), at: place)
    }
  }

  /// One level deeper, or the error that it is too deep.
  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONError) -> JSON
  ) throws(JSONError) -> JSON {
    guard depth < maximumDepth else { throw JSONError(.tooDeep(limit: maximumDepth), at: place) }
    depth += 1
    defer { depth -= 1 }
    place += 1
    return try body(&self)
  }

  /// Of doubled keys the last counts, in the first one's place.
  private mutating func object() throws(JSONError) -> JSON {
    var result = JSONObject()
    skipSpace()
    if take("}") { return .object(result) }
    while true {
      skipSpace()
      guard try peek() == UInt8(ascii: "\"") else { throw unexpected() }
      let key = try string()
      skipSpace()
      guard take(":") else { throw unexpected() }
      result[key] = try value(under: key)
      skipSpace()
      if take("}") { return .object(result.trimmed) }
      guard take(",") else { throw unexpected() }
    }
  }

  /// In the text's order.
  private mutating func array() throws(JSONError) -> JSON {
    var result: [JSON] = []
    skipSpace()
    if take("]") { return .array(result) }
    while true {
      result.append(try value())
      skipSpace()
      if take("]") { return .array(result) }
      guard take(",") else { throw unexpected() }
    }
  }

  /// `true`, `false` or `null`, to the letter.
  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for scalar in word.description.utf8 {
      guard try peek() == scalar else { throw unexpected() }
      place += 1
    }
    return value
  }

  /// Whole numbers that fit stay whole.
  private mutating func number() throws(JSONError) -> JSON {
    let start = place
    _ = take("-")
    if !take("0") { try digits() }
    var isInteger = true
    if take(".") {
      isInteger = false
      try digits()
    }
    if take("e") || take("E") {
      isInteger = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isInteger, let value = Int64(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else {
      throw JSONError(.invalidNumber, at: start)
    }
    return .double(value)
  }

  /// One at least.
  private mutating func digits() throws(JSONError) {
    let start = place
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) {
      place += 1
    }
    guard place > start else { throw JSONError(.invalidNumber, at: place) }
  }

  /// Without its quotes; text that needs no decoding is copied whole.
  private mutating func string() throws(JSONError) -> String {
    place += 1
    let start = place
    // Most strings have no escape: they are taken as they stand, in one piece.
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        let text = try decoded(bytes.span.extracting(start..<place), at: start)
        place += 1
        return text
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw JSONError(.controlCharacter, at: place)
      default: place += 1
      }
    }
    throw JSONError(.unexpectedEnd, at: place)
  }

  /// From the first escape on, piece by piece.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var text = Array(bytes[start..<place])
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return try decoded(text.span, at: start)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw JSONError(.controlCharacter, at: place - 1)
      default: text.append(byte)
      }
    }
    throw JSONError(.unexpectedEnd, at: place)
  }

  /// One escape; halves of a pair must stand together.
  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let byte = try peek()
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
    default: throw JSONError(.invalidEscape, at: place - 1)
    }
  }

  /// The scalar of a `\u` escape or of a surrogate pair; a lone surrogate reads as U+FFFD.
  private mutating func scalar() throws(JSONError) -> Character {
    let first = try codeUnit()
    guard UTF16.isLeadSurrogate(first) else {
      return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
    }
    let mark = place
    guard take("\\"), take("u") else {
      place = mark
      return "\u{FFFD}"
    }
    let second = try codeUnit()
    guard UTF16.isTrailSurrogate(second) else {
      place = mark
      return "\u{FFFD}"
    }
    return Character(UTF16.decode(UTF16.EncodedScalar([first, second])))
  }

  /// Four hexadecimal digits.
  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      let byte = try peek()
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONError(.invalidEscape, at: place)
      }
      unit = unit << 4 | UInt16(digit)
      place += 1
    }
    return unit
  }

  /// Refuses what is no UTF-8.
  private func decoded(_ bytes: Span<UInt8>, at offset: Int) throws(JSONError) -> String {
    do throws(UTF8.ValidationError) {
      let text = String(copying: try UTF8Span(validating: bytes))
      return common?.text(text) ?? text
    } catch {
      throw JSONError(.invalidUTF8, at: offset)
    }
  }

  /// The four characters that JSON calls space.
  mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
      default: return
      }
    }
  }

  /// The next byte, which stays where it is.
  private func peek() throws(JSONError) -> UInt8 {
    guard place < bytes.count else { throw JSONError(.unexpectedEnd, at: place) }
    return bytes[place]
  }

  /// Whether it was the next one, and is behind us now.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private func unexpected() -> JSONError {
    guard place < bytes.count else { return JSONError(.unexpectedEnd, at: place) }
    return JSONError(.unexpectedCharacter(bytes[place]), at: place)
  }
}
