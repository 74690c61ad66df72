extension TextForm {
  /// The name of most Kubernetes objects and of namespaces: a DNS-1123 label.
  static let name = TextForm(pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", example: "cluster1") {
    text in
    guard !isLabel(text) else { return nil }
    return .name(text)
  }

  /// The name of Secrets, ClusterServiceVersions and the like: labels joined by dots.
  static let dottedName = TextForm(pattern: "^[-a-z0-9.]{1,253}$", example: "metrics.example.com") {
    text in
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count > 253 || !labels.allSatisfy({ isLabel(String($0)) }) else { return nil }
    return .dottedName(text)
  }

  /// As RFC 1123 has labels of host names.
  private static func isLabel(_ text: String) -> Bool {
    (1...63).contains(text.utf8.count)
      && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
      && !text.hasPrefix("-") && !text.hasSuffix("-")
  }

  /// Lower case alone.
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
