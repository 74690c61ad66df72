/// What a text says where characters are written as others: in JSON, in XML, in an address.
extension Reading {
  /// Without the backslashes of JSON, and of what we ourselves make visible (`\u{1b}`).
  ///
  /// Once: what was escaped twice is still escaped.
  var withoutBackslashes: Reading? {
    decoding(UInt8(ascii: "\\")) { rest in
      guard let letter = rest.dropFirst().first else { return nil }
      if letter == UInt8(ascii: "u") { return Self.numbered(rest) }
      let said: UInt8
      switch letter {
      case UInt8(ascii: "n"): said = 10
      case UInt8(ascii: "r"): said = 13
      case UInt8(ascii: "t"): said = 9
      case UInt8(ascii: "b"): said = 8
      case UInt8(ascii: "f"): said = 12
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): said = letter
      default: return nil
      }
      return ([said], 2)
    }
  }

  /// `\u0026`, two such halves of UTF-16, or `\u{26}`.
  private static func numbered(_ rest: ArraySlice<UInt8>) -> (said: [UInt8], length: Int)? {
    let behind = rest.dropFirst(2)
    if behind.first == UInt8(ascii: "{") {
      let digits = behind.dropFirst().prefix { $0 != UInt8(ascii: "}") }.prefix(8)
      guard let scalar = number(digits, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
      return (Array(String(scalar).utf8), digits.count + 4)
    }
    guard let first = unit(rest) else { return nil }
    let second = unit(rest.dropFirst(6)).flatMap { UTF16.isTrailSurrogate($0) ? $0 : nil }
    let units = UTF16.isLeadSurrogate(first) ? [first] + (second.map { [$0] } ?? []) : [first]
    return (Array(String(decoding: units, as: UTF16.self).utf8), 6 * units.count)
  }

  /// The half that `\u` and four digits stand for.
  private static func unit(_ rest: ArraySlice<UInt8>) -> UInt16? {
    guard rest.starts(with: "\\u".utf8), rest.count >= 6 else { return nil }
    return number(rest.dropFirst(2).prefix(4), radix: 16).flatMap { UInt16(exactly: $0) }
  }

  /// Without the entities of XML and HTML.
  var withoutEntities: Reading? {
    decoding(UInt8(ascii: "&")) { rest in
      let name = rest.dropFirst().prefix(10).prefix { $0 != UInt8(ascii: ";") }
      guard rest.dropFirst(name.count + 1).first == UInt8(ascii: ";"),
        let said = Self.entity(String(decoding: name, as: UTF8.self))
      else { return nil }
      return (Array(String(said).utf8), name.count + 2)
    }
  }

  private static func entity(_ name: String) -> Unicode.Scalar? {
    let known: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]
    let digits = Array(name.utf8)[...]
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return number(digits.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") {
      return number(digits.dropFirst(), radix: 10).flatMap(Unicode.Scalar.init)
    }
    return known[name]
  }

  /// Without the escapes of addresses.
  var withoutPercents: Reading? {
    decoding(UInt8(ascii: "%")) { rest in
      let digits = rest.dropFirst().prefix(2)
      guard digits.count == 2,
        let byte = Self.number(digits, radix: 16).flatMap(UInt8.init(exactly:))
      else { return nil }
      return ([byte], 3)
    }
  }

  /// With spaces as forms have them.
  var withoutPluses: Reading? {
    decoding(UInt8(ascii: "+")) { _ in ([UInt8(ascii: " ")], 1) }
  }

  /// nil for what has anything but digits, or none.
  private static func number(_ digits: some Sequence<UInt8>, radix: UInt32) -> UInt32? {
    let text = String(decoding: Array(digits), as: UTF8.self)
    guard text.utf8.allSatisfy({ HexDigit.value($0) != nil }) else { return nil }
    return UInt32(text, radix: Int(radix))
  }
}
