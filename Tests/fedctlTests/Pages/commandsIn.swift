/// The commands of `program` in a line of a shell, a page or a pipeline, each as its arguments.
///
/// A word of capitals is a place where the reader puts something: `N` stands for a number.
func commands(of program: String, in text: String) -> [[String]] {
  var found: [[String]] = []
  var words: [String]?
  var isFirst = true
  for token in shellTokens(in: text) {
    switch token {
    case .end:
      if let words { found.append(words) }
      words = nil
      isFirst = true
    case .word(let word):
      if words != nil {
        words?.append(word == "N" ? "1" : word)
      } else if word == program, isFirst {
        words = []
      }
      // Variables, and what a pipeline or a prompt has before a command.
      isFirst = isFirst && (word.contains("=") || leads.contains(word) || word.hasSuffix(":"))
    }
  }
  if let words { found.append(words) }
  return found
}

private let leads: Set = ["$", "-", "if", "!", "then", "do", "while", "until", "sudo", "watch"]

private enum ShellToken {
  case word(String)
  /// The end of a command, or the beginning of one within another.
  case end
}

/// Words with their quotes taken off; comments and redirections are left out.
private func shellTokens(in text: String) -> [ShellToken] {
  var tokens: [ShellToken] = []
  var word: String?
  var quote: Character?
  func close() {
    if let word { tokens.append(.word(word)) }
    word = nil
  }
  var rest = text.replacing("\\\n", with: " ")[...]
  while let character = rest.popFirst() {
    switch (quote, character) {
    case (character, _): quote = nil
    case (.some, _): word = (word ?? "") + String(character)
    case (nil, "'"), (nil, "\""):
      quote = character
      word = word ?? ""
    case (nil, "#") where word == nil: rest = rest.drop { $0 != "\n" }
    case (nil, ">"), (nil, "<"):
      // `2>file`, `>file`, `> file`: the word before is a number of a file, the next its name.
      if let number = word, number.allSatisfy(\.isNumber) { word = nil }
      close()
      rest = rest.drop { $0 == ">" || $0 == "&" || $0 == " " || $0 == "(" }
      rest = rest.drop { !" \n;|)".contains($0) }
    case (nil, ";"), (nil, "|"), (nil, "&"), (nil, "("), (nil, ")"), (nil, "\n"), (nil, "`"):
      close()
      tokens.append(.end)
    case (nil, " "): close()
    default: word = (word ?? "") + String(character)
    }
  }
  close()
  return tokens
}
