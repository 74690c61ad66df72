extension TextForm {
  static let downloadURL = TextForm(
    pattern: "^https://",
    example: "https://example.com/bundle.yaml",
  ) { text in
    guard text.wholeMatch(of: /https:\/\/[^\s\/?#@]+\/[^\s#]*/) == nil else { return nil }
    return .downloadURL(text)
  }

  static let sha256 = TextForm(
    pattern: "^[0-9a-f]{64}$",
    example: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
  ) { text in
    guard text.wholeMatch(of: /[0-9a-f]{64}/) == nil else { return nil }
    return .sha256(text)
  }
}
