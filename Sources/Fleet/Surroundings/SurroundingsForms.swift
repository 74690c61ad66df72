extension TextForm {
  /// The URL of a web proxy, which names nobody before its host: whoever reads the pods would read a password.
  static let proxyURL = TextForm(
    pattern: "^https?://[^\\s@]+$",
    example: "http://proxy.example.com:3128",
  ) { text in
    if text.contains("@") { return .proxyCredentials }
    return text.wholeMatch(of: /https?:\/\/[^\s\/?#@]+\/?/) == nil ? .proxyURL : nil
  }

  /// What is reached without a proxy, as programs read `NO_PROXY`.
  static let proxyException = TextForm(
    pattern: "^[A-Za-z0-9.*:/_\\[\\]-]+$",
    example: ".example.com",
  ) { text in
    text.wholeMatch(of: /[A-Za-z0-9.*:\/_\[\]\-]+/) == nil ? .proxyException(text) : nil
  }

  /// The key of a label or an annotation that is nobody's but the user's.
  static let userKey = TextForm(pattern: labelKey.pattern, example: "example.com/owner") { text in
    labelKey.flaw(text) ?? (isOwned(text) ? .ownedKey(text) : nil)
  }

  /// By which fedctl, and others that apply, know what is theirs.
  private static func isOwned(_ key: String) -> Bool {
    ["fedctl.dev/", "applyset.kubernetes.io/"].contains { key.hasPrefix($0) }
      || ["name", "instance", "component", "part-of", "managed-by"].contains {
        key == "app.kubernetes.io/\($0)"
      } || key == "kubectl.kubernetes.io/last-applied-configuration"
  }
}
