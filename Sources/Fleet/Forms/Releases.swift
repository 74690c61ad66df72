extension TextForm {
  /// A release of Prometheus, as its tags are written.
  static let release = TextForm(pattern: "^v[0-9]+\\.[0-9]+\\.[0-9]+", example: "v3.5.0") { text in
    guard text.wholeMatch(of: /v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?/) == nil else {
      return nil
    }
    return .release(text)
  }
}
