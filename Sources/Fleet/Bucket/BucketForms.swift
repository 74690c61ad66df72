extension TextForm {
  /// A bucket name that every S3 accepts.
  static let bucketName = TextForm(pattern: "^[a-z0-9][-a-z0-9.]{1,61}[a-z0-9]$") { text in
    let isPlain = text.wholeMatch(of: /[a-z0-9][-a-z0-9.]{1,61}[a-z0-9]/) != nil
    guard !isPlain || text.contains("..") || isAddress(text) else { return nil }
    return Complaint(
      "`\(text)` is not a bucket name that S3 accepts.",
      remedy: "Use 3 to 63 of a-z, 0-9, `-` and `.`; begin and end with a letter or digit.",
    )
  }

  private static func isAddress(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+/) != nil
  }

  /// Host or host:port.
  static let endpoint = TextForm(pattern: "^[A-Za-z0-9.-]+(:[0-9]+)?$") { text in
    if let scheme = text.firstRange(of: "://") {
      let rest = text[scheme.upperBound...].prefix { $0 != "/" }
      let isPlainHTTP = text.hasPrefix("http:")
      return Complaint(
        "The endpoint has a scheme, which Thanos refuses.",
        remedy: "Write `endpoint: \(rest)`\(isPlainHTTP ? " and `insecure: true`" : "").",
      )
    }
    guard text.wholeMatch(of: /[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/) == nil else {
      return nil
    }
    return Complaint(
      "`\(text)` is not a host or a host and port.",
      remedy: "Write it as `s3.us-east-2.amazonaws.com` or `minio.example.com:9000`.",
    )
  }

  static let region = TextForm(pattern: "^[a-z0-9-]+$") { text in
    guard text.wholeMatch(of: /[a-z0-9-]+/) == nil else { return nil }
    return Complaint("`\(text)` is not a region.", remedy: "Write it as `us-east-2`.")
  }

  /// A key prefix: Thanos joins it to its own keys with a slash.
  static let keyPrefix = TextForm(pattern: "^[^/].*[^/]$|^[^/]$") { text in
    guard text.isEmpty || text.hasPrefix("/") || text.hasSuffix("/") else { return nil }
    return Complaint(
      "The prefix is empty, or begins or ends with a slash.",
      remedy: "Write it as `team/metrics`, or leave the key out.",
    )
  }

  static let accountID = TextForm(pattern: "^[0-9]{12}$") { text in
    guard text.wholeMatch(of: /[0-9]{12}/) == nil else { return nil }
    return Complaint(
      "`\(text)` is not an AWS account.",
      remedy: "Write its 12 digits in quotes, as \"123456789012\".",
    )
  }

  static let roleARN = TextForm(pattern: "^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$") { text in
    guard text.wholeMatch(of: /arn:aws[a-z-]*:iam::[0-9]{12}:role\/.+/) == nil else { return nil }
    return Complaint(
      "`\(text)` is not the ARN of an IAM role.",
      remedy: "Write it as `arn:aws:iam::123456789012:role/thanos`.",
    )
  }
}
