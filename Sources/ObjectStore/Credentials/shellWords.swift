/// Words as a POSIX shell splits them, without any of its expansions.
///
/// By scalars: to Swift a quote with an accent behind it is another character.
func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word: String.UnicodeScalarView?
  var quote: Unicode.Scalar?
  var isEscaped = false
  func add(_ scalar: Unicode.Scalar) { word = (word ?? .init()) + CollectionOfOne(scalar) }
  for character in line.unicodeScalars {
    if isEscaped {
      add(character)
      isEscaped = false
    } else if character == "\\", quote != "'" {
      isEscaped = true
    } else if character == quote {
      quote = nil
    } else if quote == nil, character == "'" || character == "\"" {
      (quote, word) = (character, word ?? .init())
    } else if quote == nil, character.properties.isWhitespace {
      if let word { words.append(String(word)) }
      word = nil
    } else {
      add(character)
    }
  }
  return words + [word].compactMap { $0.map { String($0) } }
}
