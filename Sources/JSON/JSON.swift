/// A JSON value whose objects keep the order of their keys.
///
/// Numbers without fraction or exponent that fit 64 bits are `integer`; all others are `double`.
/// Equality of objects does not look at the order of keys, as Kubernetes does not.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case double(Double)
  case string(String)
  case array([JSON])
  case object(JSONObject)
}

extension JSON {
  /// Strings are compared byte by byte: Swift takes different spellings of a character for one.
  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.double(let left), .double(let right)): left == right
    case (.string(let left), .string(let right)): left.isExactly(right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }
}

extension JSON {
  /// nil for anything but `true` and `false`.
  package var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// nil for anything but a whole number; a decimal point makes another kind of value.
  package var integerValue: Int64? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// nil for anything but a string.
  package var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// nil for anything but an array.
  package var arrayValue: [JSON]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// nil for anything but an object.
  package var objectValue: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The member of an object; nil where this is no object or has no such member.
  package subscript(key: String) -> JSON? {
    objectValue?[key]
  }

  /// The element of an array; nil where this is no array or is shorter.
  package subscript(index: Int) -> JSON? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension JSON: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int64) { self = .integer(value) }
}

extension JSON: ExpressibleByFloatLiteral {
  package init(floatLiteral value: Double) { self = .double(value) }
}

extension JSON: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(JSONObject(elements))
  }
}
