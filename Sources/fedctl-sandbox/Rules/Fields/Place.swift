import JSON

/// A place in an object: the way to it in the server's words, and what stands there.
///
/// As in Go's structs, null, an empty text and a missing member are the same to most rules.
struct Place: Sendable {
  /// As `spec.ports[0].name`; empty for the object itself.
  let path: String
  /// Nil for null too.
  let value: JSON?

  /// Null counts as nothing.
  init(_ value: JSON?, at path: String = "") {
    self.path = path
    self.value = value == .null ? nil : value
  }

  subscript(key: String) -> Place {
    Place(value?[key], at: path.isEmpty ? key : "\(path).\(key)")
  }

  /// The entry of a map, which paths name in brackets.
  func entry(_ key: String) -> Place { Place(value?[key], at: "\(path)[\(key)]") }

  /// The same value under another path.
  func renamed(_ path: String) -> Place { Place(value, at: path) }

  /// The elements of a list.
  var items: [Place] {
    (value?.arrayValue ?? []).enumerated().map { Place($1, at: "\(path)[\($0)]") }
  }

  /// The entries of a map, in the order of their keys.
  var entries: [(key: String, place: Place)] {
    (value?.objectValue?.keys ?? []).sorted().map { ($0, entry($0)) }
  }

  /// Empty where there is no text.
  var text: String { value?.stringValue ?? "" }
  /// Nil where there is no whole number.
  var number: Int64? { value?.integerValue }
  var isTrue: Bool { value == true }
  /// Whether anything but null stands here.
  var exists: Bool { value != nil }

  /// Whether Go would find nothing here: no value, or one without content.
  var isEmpty: Bool {
    switch value {
    case nil, [], [:], "": true
    default: false
    }
  }
}
