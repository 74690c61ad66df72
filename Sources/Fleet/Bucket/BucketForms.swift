extension TextForm {
  /// A bucket name that every S3 accepts.
  static let bucketName = TextForm(
    pattern: "^[a-z0-9][-a-z0-9.]{1,61}[a-z0-9]$",
    example: "edge-metrics",
  ) { text in
    let isPlain = text.wholeMatch(of: /[a-z0-9][-a-z0-9.]{1,61}[a-z0-9]/) != nil
    guard !isPlain || text.contains("..") || isAddress(text) else { return nil }
    return .bucketName(text)
  }

  /// Four numbers with points, which no bucket may be called.
  private static func isAddress(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+/) != nil
  }

  /// Host or host:port.
  static let endpoint = TextForm(
    pattern: "^[A-Za-z0-9.-]+(:[0-9]+)?$",
    example: "s3.example.com:9000",
  ) { text in
    if let scheme = text.firstRange(of: "://") {
      let rest = text[scheme.upperBound...].prefix { $0 != "/" }
      return .endpointScheme(rest: String(rest), isPlainHTTP: text.hasPrefix("http:"))
    }
    guard text.wholeMatch(of: /[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/) == nil else {
      return nil
    }
    return .endpoint(text)
  }

  /// As any vendor names one, `RegionOne` too; AWS' own have a rule of their own.
  static let region = TextForm(pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$", example: "us-east-2") {
    text in
    guard text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]*/) == nil else { return nil }
    return .region(text)
  }

  /// A key prefix: Thanos joins it to its own keys with a slash.
  static let keyPrefix = TextForm(pattern: "^[^/].*[^/]$|^[^/]$", example: "team/metrics") { text in
    guard text.isEmpty || text.hasPrefix("/") || text.hasSuffix("/") else { return nil }
    return .keyPrefix
  }

  /// The key of an entry in a Secret's data, or a property of an external secret: no secret itself, so a text that is
  /// refused is not shown.
  static let secretEntry = TextForm(pattern: "^[-._A-Za-z0-9]{1,253}$", example: "access-key") {
    text in
    let isName = text.wholeMatch(of: /[-._A-Za-z0-9]{1,253}/) != nil
    // What AWS gives out as ids of keys, and as keys.
    let isKey = text.wholeMatch(of: /A[KS]IA[A-Z0-9]{16}|[A-Za-z0-9]{40}/) != nil
    let isFolder = [".", ".."].contains(text)
    return isName && !isKey && !isFolder ? nil : .secretEntry
  }

  static let accountID = TextForm(pattern: "^[0-9]{12}$", example: "123456789012") { text in
    guard text.wholeMatch(of: /[0-9]{12}/) == nil else { return nil }
    return .accountID(text)
  }

  static let roleARN = TextForm(
    pattern: "^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$",
    example: "arn:aws:iam::123456789012:role/thanos",
  ) { text in
    guard text.wholeMatch(of: /arn:aws[a-z-]*:iam::[0-9]{12}:role\/.+/) == nil else { return nil }
    return .roleARN(text)
  }
}
