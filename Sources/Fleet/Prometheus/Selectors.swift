extension TextForm {
  /// A Prometheus series selector, as far as can be told without a parser: `up{job="a"}`.
  static let seriesSelector = TextForm(pattern: "^\\s*[a-zA-Z_:{]", example: "{__name__=\"up\"}") {
    text in
    if let flaw = SelectorScan(text).flaw {
      return .seriesSelector(text, flaw)
    }
    return nil
  }
}

extension TextForm {
  /// A series selector that says nothing but which metrics it wants: `{__name__=~"kubelet_.+"}`.
  static let nameSelector = TextForm(
    pattern: seriesSelector.pattern,
    example: "{__name__=~\"job:.+\"}",
  ) { text in
    if let flaw = SelectorScan(text).flaw { return .seriesSelector(text, flaw) }
    return MetricNames(text) == nil ? .seriesSelector(text, .moreThanName) : nil
  }
}

/// One pass over a selector.
private struct SelectorScan {
  private(set) var flaw: SelectorFlaw?
  private var isInBraces = false
  private var hasBraces = false
  private var quote: Character?
  private var isEscaped = false

  /// Reads it at once; what is wrong is kept for whoever asks.
  init(_ text: String) {
    let text = text.drop(while: \.isWhitespace)
    guard let first = text.first else {
      flaw = .empty
      return
    }
    guard first == "{" || first == "_" || first == ":" || first.isLetter else {
      flaw = .begins(with: first)
      return
    }
    // By scalars: to Swift a quote with an accent behind it is another character.
    for scalar in text.unicodeScalars where flaw == nil { read(Character(scalar)) }
    finish()
  }

  /// One character, by where in the selector we are.
  private mutating func read(_ character: Character) {
    if let open = quote {
      if isEscaped {
        isEscaped = false
      } else if character == "\\", open != "`" {
        isEscaped = true
      } else if character == open {
        quote = nil
      }
      return
    }
    switch character {
    case "\"" where isInBraces, "'" where isInBraces, "`" where isInBraces:
      quote = character
    case "{" where !hasBraces:
      isInBraces = true
      hasBraces = true
    case "}" where isInBraces: isInBraces = false
    case "{", "}": flaw = .unmatchedBraces
    case _ where hasBraces && !isInBraces && !character.isWhitespace:
      flaw = .textAfterBrace
    case _ where !isInBraces && !Self.belongsToName(character) && !character.isWhitespace:
      flaw = .inName(character)
    default: break
    }
  }

  /// What is missing at the end of the text.
  private mutating func finish() {
    guard flaw == nil else { return }
    if quote != nil {
      flaw = .openQuote
    } else if isInBraces {
      flaw = .unmatchedBraces
    }
  }

  /// As Prometheus has names of labels and metrics.
  private static func belongsToName(_ character: Character) -> Bool {
    character == "_" || character == ":"
      || (character.isASCII && (character.isLetter || character.isNumber))
  }
}
