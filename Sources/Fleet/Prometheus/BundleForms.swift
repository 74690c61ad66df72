extension TextForm {
  static let downloadURL = TextForm(pattern: "^https://") { text in
    guard text.wholeMatch(of: /https:\/\/[^\s\/?#@]+\/[^\s#]*/) == nil else { return nil }
    return .downloadURL(text)
  }

  static let sha256 = TextForm(pattern: "^[0-9a-f]{64}$") { text in
    guard text.wholeMatch(of: /[0-9a-f]{64}/) == nil else { return nil }
    return .sha256(text)
  }
}
