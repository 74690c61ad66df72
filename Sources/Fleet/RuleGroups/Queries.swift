/// What keeps a text from being an expression of PromQL, as far as can be told without a parser.
package enum QueryFlaw: Hashable, Sendable {
  case empty
  case openBracket(Character)
  /// It closes nothing, or not what was opened last.
  case strayBracket(Character)
  case openQuote
}

extension TextForm {
  /// An expression of PromQL; a bare number is one.
  static let query = TextForm(
    pattern: "\\S",
    acceptsNumbers: true,
    example: "sum(rate(orders_total[5m]))",
  ) { text in
    QueryScan(text).flaw.map { .query(text, $0) }
  }
}

/// One pass over an expression, for what is opened and closed.
private struct QueryScan {
  private(set) var flaw: QueryFlaw?
  private var open: [Character] = []
  private var quote: Character?
  private var isEscaped = false
  private var isComment = false

  private static let pairs: [Character: Character] = [")": "(", "]": "[", "}": "{"]

  /// Reads it at once; what is wrong is kept for whoever asks.
  init(_ text: String) {
    guard text.contains(where: { !$0.isWhitespace }) else {
      flaw = .empty
      return
    }
    // By scalars: to Swift a quote with an accent behind it is another character.
    for scalar in text.unicodeScalars where flaw == nil { read(Character(scalar)) }
    guard flaw == nil else { return }
    flaw = quote == nil ? open.last.map { .openBracket($0) } : .openQuote
  }

  private mutating func read(_ character: Character) {
    if isComment {
      isComment = character != "\n"
    } else if let quote {
      readQuoted(character, quote)
    } else {
      readBare(character)
    }
  }

  private mutating func readQuoted(_ character: Character, _ quote: Character) {
    if isEscaped {
      isEscaped = false
    } else if character == "\\", quote != "`" {
      isEscaped = true
    } else if character == quote {
      self.quote = nil
    }
  }

  private mutating func readBare(_ character: Character) {
    switch character {
    case "#": isComment = true
    case "\"", "'", "`": quote = character
    case "(", "[", "{": open.append(character)
    case ")", "]", "}":
      if open.popLast() != Self.pairs[character] { flaw = .strayBracket(character) }
    default: break
    }
  }
}
