extension TextForm {
  static let downloadURL = TextForm(pattern: "^https://") { text in
    guard text.wholeMatch(of: /https:\/\/[^\s\/?#@]+\/[^\s#]*/) == nil else { return nil }
    return Complaint(
      "`\(text)` is no URL to download from.",
      remedy: "Write it as `https://example.com/bundle.yaml`.",
    )
  }

  static let sha256 = TextForm(pattern: "^[0-9a-f]{64}$") { text in
    guard text.wholeMatch(of: /[0-9a-f]{64}/) == nil else { return nil }
    return Complaint(
      "`\(text)` is no SHA-256 digest.",
      remedy: "Write what `sha256sum` prints: 64 digits of 0-9 and a-f.",
    )
  }
}
