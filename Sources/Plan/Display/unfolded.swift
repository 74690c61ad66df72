import JSON

extension JSON {
  /// A value that is told line by line: more than this many characters do not fit beside each other.
  private static var short: Int { 100 }

  /// Whether it has several lines, or one that is too long to be compared by eye.
  var isLong: Bool {
    switch self {
    case .string(let text): text.count > Self.short || text.utf8.contains(10)
    case .array, .object: text().count > Self.short
    case .null, .bool, .integer, .double: false
    }
  }

  /// The value as lines: a text as it stands, where it is JSON laid out; anything else as JSON.
  var unfolded: String {
    guard case .string(let text) = self else { return self.text(.pretty) }
    guard let first = text.first(where: { !$0.isWhitespace }), first == "{" || first == "[",
      let value = try? JSON(parsing: text)
    else { return text }
    return value.text(.pretty)
  }
}
