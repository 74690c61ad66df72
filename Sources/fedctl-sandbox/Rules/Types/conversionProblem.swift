import FoundationEssentials
import JSON

/// Why the values of a body do not become those of Go's structs; nil where they do.
///
/// The API server stops at the first, and names no place.
func conversionProblem(of value: JSON, _ schema: Schema) -> String? {
  switch value {
  case .object where schema.type == .scalar(.integerOrText),
    .array where schema.type == .scalar(.integerOrText):
    return "json: cannot unmarshal \(value.jsonType) into Go value of type int32"
  case .object(let members):
    for member in members {
      guard let part = schema.member(member.key) else { continue }
      if let problem = conversionProblem(of: member.value, part) { return problem }
    }
    return nil
  case .array(let items):
    return items.lazy.compactMap { conversionProblem(of: $0, schema.element) }.first
  default:
    guard case .scalar(let scalar) = schema.type, value != .null else { return nil }
    return scalar.conversionProblem(of: value)
  }
}

extension Scalar {
  /// Types that JSON does not have are texts or numbers there, and have to be readable.
  fileprivate func conversionProblem(of value: JSON) -> String? {
    switch (self, value) {
    case (.int32, .double(let number)), (.int64, .double(let number)):
      number == number.rounded()
        ? nil : "cannot convert float64 to \(self == .int32 ? "int32" : "int64")"
    case (.integerOrText, .integer(let number)) where Int32(exactly: number) == nil:
      "json: cannot unmarshal number \(number) into Go value of type int32"
    case (.integerOrText, .double(let number)):
      "json: cannot unmarshal number \(number) into Go value of type int32"
    case (.integerOrText, .bool): "json: cannot unmarshal bool into Go value of type int32"
    case (.base64, .string(let text)):
      base64Problem(text).map { "error decoding from json: \($0)" }
    case (.quantity, _): quantityProblem(value)
    case (.time, .string(let text)):
      timeProblem(text, "2006-01-02T15:04:05Z07:00", fractionDigits: 0...9)
    case (.microTime, .string(let text)):
      timeProblem(text, "2006-01-02T15:04:05.000000Z07:00", fractionDigits: 6...6)
    default: nil
    }
  }
}

/// Quantities may be texts or numbers.
private func quantityProblem(_ value: JSON) -> String? {
  do throws(Quantity.Unreadable) {
    _ = try Quantity(value.stringValue ?? value.text())
    return nil
  } catch {
    return error.rawValue
  }
}

/// Nil for good base64; Go names the first byte that is not of its alphabet.
private func base64Problem(_ text: String) -> String? {
  // Go passes over the ends of lines.
  let text = text.filter { $0 != "\n" && $0 != "\r" }
  if Data(base64Encoded: text) != nil { return nil }
  let alphabet = { (byte: UInt8) in
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
  let place = text.utf8.enumerated().first { !alphabet($0.element) }?.offset ?? text.utf8.count
  return "illegal base64 data at input byte \(place)"
}

/// Holds a time against Go's layout, one piece after the other.
private func timeProblem(
  _ text: String,
  _ layout: String,
  fractionDigits: ClosedRange<Int>,
) -> String? {
  var rest = Substring(text)
  /// As Go words a value that does not convert.
  func refusal(_ wanted: String) -> String {
    "parsing time \"\(text)\" as \"\(layout)\": cannot parse \"\(rest)\" as \"\(wanted)\""
  }
  for (digits, wanted, separator) in [
    (4, "2006", "-"), (2, "01", "-"), (2, "02", "T"), (2, "15", ":"), (2, "04", ":"),
    (2, "05", ""),
  ] {
    let number = rest.prefix(digits)
    guard number.utf8.count == digits, Int(number) != nil else { return refusal(wanted) }
    rest = rest.dropFirst(digits)
    guard rest.hasPrefix(separator) else { return refusal(separator) }
    rest = rest.dropFirst(separator.count)
  }
  let fraction = rest.hasPrefix(".") ? rest.dropFirst().prefix { $0.isASCII && $0.isNumber } : ""
  guard fractionDigits.contains(fraction.count) else {
    return refusal("." + String(repeating: "0", count: fractionDigits.lowerBound))
  }
  if rest.hasPrefix(".") { rest = rest.dropFirst(fraction.count + 1) }
  let zone = rest.dropFirst()
  let isZone = rest == "Z" || (rest.first == "+" || rest.first == "-") && zone.count == 5
  return isZone ? nil : refusal("Z07:00")
}
