import JSON
import Programs

extension CredentialSearch {
  /// What a profile's program prints.
  func process(_ name: String) async throws(CredentialSourceError) -> S3Credentials? {
    guard let line = profile(name)["credential_process"] else { return nil }
    let place = "credential_process of profile \(name)"
    let words = shellWords(line)
    guard let command = words.first else { return nil }
    let child = ChildProcess(
      command: command,
      arguments: Array(words.dropFirst()),
      environment: environment,
    )
    switch await child.run() {
    case .ended(status: 0, let output, _):
      guard let answer = try? JSON(parsing: output), answer["Version"] == 1 else {
        throw .failed(place: place, reason: "it printed no JSON of Version 1")
      }
      return try credentials(in: answer, tokenKey: "SessionToken", place: place)
    case .ended(let status, _, _):
      throw .failed(place: place, reason: "`\(command)` ended with status \(status)")
    case .notStarted: throw .failed(place: place, reason: "`\(command)` cannot be started")
    case .stopped(.saidTooMuch):
      throw .failed(place: place, reason: "`\(command)` printed more than 1 MiB")
    case .stopped:
      throw .failed(place: place, reason: "`\(command)` said nothing for a minute")
    }
  }
}

/// Words as a POSIX shell splits them, without any of its expansions.
func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  var isEscaped = false
  for character in line {
    if isEscaped {
      word = (word ?? "") + String(character)
      isEscaped = false
    } else if character == "\\", quote != "'" {
      isEscaped = true
    } else if character == quote {
      quote = nil
    } else if quote == nil, character == "'" || character == "\"" {
      (quote, word) = (character, word ?? "")
    } else if quote == nil, character.isWhitespace {
      if let word { words.append(word) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  return words + [word].compactMap { $0 }
}
