extension TextForm {
  /// The URL of an API server.
  static let serverURL = TextForm(pattern: "^https?://", example: "https://api.example.com:6443") {
    text in
    guard !isURL(text) else { return nil }
    return .serverURL(text)
  }

  /// Of a service that fedctl itself never speaks to.
  static let serviceURL = TextForm(pattern: "^https?://", example: "http://name.example.com:9090") {
    text in
    guard !isURL(text) else { return nil }
    return .serviceURL(text)
  }

  /// With scheme and host, and without user information.
  private static func isURL(_ text: String) -> Bool {
    text.wholeMatch(of: /https?:\/\/[^\s\/?#@]+(\/[^\s?#]*)?/) != nil
  }

  /// The URL of what a token is shown to, and so never without encryption.
  static let secureURL = TextForm(
    pattern: "^https://",
    example: "https://prometheus.example.com:9091",
  ) { text in
    guard text.wholeMatch(of: /https:\/\/[^\s\/?#@]+(\/[^\s?#]*)?/) == nil else { return nil }
    return .secureURL(text)
  }
}
