extension JSONReader {
  /// The value of a key, which other documents may have to the byte.
  mutating func value(under key: String) throws(JSONError) -> JSON {
    guard let common, common.isPlace(key) else { return try value() }
    skipSpace()
    let start = place
    // What is not whole is read for its error; what has been read before is known to be.
    if let end = endOfValue() {
      let text = Array(bytes[start..<end])
      if let known = common.value(of: text) {
        place = end
        return known
      }
    }
    let value = try value()
    common.keep(value, of: Array(bytes[start..<place]))
    return value
  }

  /// Where an object or a list that begins here would end; nil where none begins, or it does not end.
  private func endOfValue() -> Int? {
    guard place < bytes.count,
      bytes[place] == UInt8(ascii: "{") || bytes[place] == UInt8(ascii: "[")
    else { return nil }
    var (next, depth, isText) = (place, 0, false)
    while next < bytes.count {
      switch bytes[next] {
      case UInt8(ascii: "\\") where isText: next += 1
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "{") where !isText, UInt8(ascii: "[") where !isText: depth += 1
      case UInt8(ascii: "}") where !isText, UInt8(ascii: "]") where !isText:
        depth -= 1
        if depth == 0 { return next + 1 }
      default: break
      }
      next += 1
    }
    return nil
  }
}
