/// How JSON text is laid out.
package enum JSONLayout: Sendable {
  /// No white space at all.
  case compact
  /// Two spaces a level, one member a line.
  case pretty
}

extension JSON {
  /// This value as JSON text.
  ///
  /// Non-finite numbers, which JSON cannot say, become null.
  package func text(_ layout: JSONLayout = .compact) -> String {
    String(decoding: bytes(layout), as: UTF8.self)
  }

  /// This value as UTF-8 JSON text.
  package func bytes(_ layout: JSONLayout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self)
    return writer.output
  }
}

/// Writes a value as text, in the members' order.
private struct JSONWriter {
  let layout: JSONLayout
  var output: [UInt8] = []
  private var depth = 0

  init(layout: JSONLayout) { self.layout = layout }

  /// Any value.
  mutating func write(_ value: JSON) {
    switch value {
    case .null: put("null")
    case .bool(let flag): put(flag ? "true" : "false")
    case .integer(let number): put(String(number))
    case .double(let number): put(number.isFinite ? String(number) : "null")
    case .string(let text): write(text)
    case .array(let elements): write(elements)
    case .object(let members): write(members)
    }
  }

  private mutating func write(_ elements: [JSON]) {
    guard !elements.isEmpty else { return put("[]") }
    put("[")
    depth += 1
    for (place, element) in elements.enumerated() {
      if place > 0 { put(",") }
      breakLine()
      write(element)
    }
    depth -= 1
    breakLine()
    put("]")
  }

  private mutating func write(_ members: JSONObject) {
    guard !members.isEmpty else { return put("{}") }
    put("{")
    depth += 1
    for (place, member) in members.enumerated() {
      if place > 0 { put(",") }
      breakLine()
      write(member.key)
      put(layout == .pretty ? ": " : ":")
      write(member.value)
    }
    depth -= 1
    breakLine()
    put("}")
  }

  /// In quotes, with what JSON and HTML could misread escaped.
  private mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 { escape(byte) }
    output.append(UInt8(ascii: "\""))
  }

  /// A byte that may not stand in a string as it is.
  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): put("\\\"")
    case UInt8(ascii: "\\"): put("\\\\")
    case UInt8(ascii: "\n"): put("\\n")
    case UInt8(ascii: "\r"): put("\\r")
    case UInt8(ascii: "\t"): put("\\t")
    case 0..<0x20:
      put("\\u00")
      output.append(Self.hexadecimal(byte >> 4))
      output.append(Self.hexadecimal(byte & 0xF))
    default: output.append(byte)
    }
  }

  /// Lower case.
  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }

  /// Only where people are to read it.
  private mutating func breakLine() {
    guard layout == .pretty else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }
}
