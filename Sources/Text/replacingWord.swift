extension String {
  /// The text with another in place of each occurrence of a word that no letter or digit touches.
  package func replacing(word: String, with other: String) -> String {
    guard !word.isEmpty else { return self }
    var result = ""
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      let before = result.last ?? " "
      let isWord =
        !(rest[..<found.lowerBound].last ?? before).isPartOfWord
        && !(rest[found.upperBound...].first ?? " ").isPartOfWord
      result += rest[..<found.lowerBound]
      result += isWord ? other : word
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}
