extension TextForm {
  /// The URL of an API server.
  static let serverURL = TextForm(pattern: "^https?://") { text in
    guard !isURL(text) else { return nil }
    return Complaint(
      "`\(text)` is not the URL of an API server.",
      remedy: "Write it as the kubeconfig has it: `https://api.example.com:6443`.",
    )
  }

  /// Of a service that fedctl itself never speaks to.
  static let serviceURL = TextForm(pattern: "^https?://") { text in
    guard !isURL(text) else { return nil }
    return Complaint(
      "`\(text)` is not the URL of a service.",
      remedy: "Write it as `http://name.example.com:9090`.",
    )
  }

  private static func isURL(_ text: String) -> Bool {
    text.wholeMatch(of: /https?:\/\/[^\s\/?#@]+(\/[^\s?#]*)?/) != nil
  }

  /// The URL of what a token is shown to, and so never without encryption.
  static let secureURL = TextForm(pattern: "^https://") { text in
    guard text.wholeMatch(of: /https:\/\/[^\s\/?#@]+(\/[^\s?#]*)?/) == nil else { return nil }
    return Complaint(
      "`\(text)` is not a URL with `https`.",
      remedy: "Write it as `https://prometheus.example.com:9091`.",
    )
  }
}
