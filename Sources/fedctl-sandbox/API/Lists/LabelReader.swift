import JSON

/// Reads label selectors word by word, as the API server's own reader does, with its complaints.
struct LabelReader {
  private var words: [String]
  private var place = 0

  init(_ text: String) { words = Self.words(text) }

  /// All requirements; none for an empty text.
  ///
  /// Throws a 400 for what is no selector.
  mutating func requirements() throws(APIStatus) -> [LabelRequirement] {
    guard !words.isEmpty else { return [] }
    var result: [LabelRequirement] = []
    while true {
      result.append(try requirement())
      guard let next = take() else { return result }
      guard next == "," else { throw complaint(next, "',' or 'end of string'") }
      guard let after = peek, !Self.isSign(after) || after == "!" else {
        throw complaint(peek ?? "", "identifier after ','")
      }
    }
  }

  /// `a`, `!a`, or a key with a comparison.
  private mutating func requirement() throws(APIStatus) -> LabelRequirement {
    let isNegated = peek == "!"
    if isNegated { place += 1 }
    guard let key = take(), !Self.isSign(key) else {
      throw complaint(words[safe: place - 1] ?? "", "!, identifier, or 'end of string'")
    }
    try check(qualifiedNameProblems(key), of: key)
    if isNegated { return LabelRequirement(key: key, test: .isAbsent) }
    guard let sign = peek, sign != "," else { return LabelRequirement(key: key, test: .exists) }
    place += 1
    return LabelRequirement(key: key, test: try test(sign))
  }

  /// What follows a key.
  private mutating func test(_ sign: String) throws(APIStatus) -> LabelRequirement.Test {
    switch sign {
    case "=", "==": return .isIn([try value()])
    case "!=": return .isNotIn([try value()])
    case "in": return .isIn(try list())
    case "notin": return .isNotIn(try list())
    case ">", "gt": return .isAbove(try bound())
    case "<", "lt": return .isBelow(try bound())
    default: throw complaint(sign, "in, notin, =, ==, !=, gt, lt")
    }
  }

  /// A single value, which may be empty.
  private mutating func value() throws(APIStatus) -> String {
    guard let next = peek, next != "," else { return "" }
    guard !Self.isSign(next) else { throw complaint(next, "identifier") }
    place += 1
    try check(labelValueProblems(next), of: next)
    return next
  }

  /// Values in parentheses; one between two commas is empty.
  private mutating func list() throws(APIStatus) -> [String] {
    guard let first = take(), first == "(" else {
      throw complaint(words[safe: place - 1] ?? "", "'('")
    }
    var values: [String] = []
    while true {
      guard let next = peek else { throw complaint("", "',', ')' or identifier") }
      if next == ")" || next == "," {
        values.append("")
      } else {
        values.append(try value())
      }
      switch take() {
      case ")"?: return values
      case ","?: continue
      case let other: throw complaint(other ?? "", "',' or ')'")
      }
    }
  }

  /// A whole number to compare with.
  private mutating func bound() throws(APIStatus) -> Int64 {
    let text = try value()
    guard let number = Int64(text) else {
      throw .badRequest(
        "unable to parse requirement: values[0]: Invalid value: \(JSON.string(text).text()): for 'Gt', "
          + "'Lt' operators, the value must be an integer"
      )
    }
    return number
  }

  private var peek: String? { words[safe: place] }

  private mutating func take() -> String? {
    defer { place += 1 }
    return peek
  }

  private func check(_ problems: [String], of text: String) throws(APIStatus) {
    guard let why = problems.first else { return }
    throw .badRequest(
      "unable to parse requirement: Invalid value: \(JSON.string(text).text()): \(why)"
    )
  }

  private func complaint(_ found: String, _ wanted: String) -> APIStatus {
    .badRequest("unable to parse requirement: found '\(found)', expected: \(wanted)")
  }

  /// Whether a word is a mark, and no name.
  private static func isSign(_ word: String) -> Bool {
    ["=", "==", "!=", "!", ",", "(", ")", ">", "<"].contains(word)
  }

  /// The words of a text: marks, and what stands between them and spaces.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var current = ""
    let marks: Set<Character> = ["=", "!", ",", "(", ")", ">", "<"]
    for character in text {
      guard character == " " || marks.contains(character) else {
        current.append(character)
        continue
      }
      if !current.isEmpty { words.append(current) }
      current = ""
      if character == "=", let last = words.last, last == "=" || last == "!" {
        words[words.count - 1] = last + "="
      } else if character != " " {
        words.append(String(character))
      }
    }
    return current.isEmpty ? words : words + [current]
  }
}

extension Array {
  /// An element, or nil where there is none.
  subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
