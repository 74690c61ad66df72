import JSON
import Objects

/// A file that an object carries as text, some of whose values become known only during apply.
///
/// It is built as a tree and written at the end, so that no value can be taken for structure.
indirect enum Document: Sendable {
  /// What is known by now, in YAML too as JSON has it: on one line, its texts in quotes.
  case known(JSON)
  /// A text that becomes known during apply, whatever it holds.
  case pending(PendingValue)
  /// One text put together; of its pending values none may need escaping, as no host does.
  case joined([Binding.Part])
  /// In the given order.
  case list([Document])
  /// In the given order, each key once.
  case members([(key: String, value: Document)])
}

extension Document {
  /// Members without those that are absent or hold nothing.
  static func fields(_ pairs: KeyValuePairs<String, Document?>) -> Document {
    .members(
      pairs.compactMap { key, value in
        guard let value, !value.isEmpty else { return nil }
        return (key, value)
      }
    )
  }

  static func text(_ text: String) -> Document { .known(.string(text)) }

  /// The members of an object of which everything is known.
  static func members(of object: JSONObject) -> [(key: String, value: Document)] {
    object.map { ($0.key, .known($0.value)) }
  }

  /// Whether nothing would be written.
  fileprivate var isEmpty: Bool {
    switch self {
    case .list(let elements): elements.isEmpty
    case .members(let members): members.isEmpty
    case .known, .pending, .joined: false
    }
  }
}

extension Document: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, Document)...) {
    self = .members(elements.map { (key: $0, value: $1) })
  }
}

extension Document: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: Document...) { self = .list(elements) }
}

extension Document: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .known(.string(value)) }
}

extension Document: ExpressibleByBooleanLiteral {
  init(booleanLiteral value: Bool) { self = .known(.bool(value)) }
}
