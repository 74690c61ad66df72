extension TextForm {
  private static let metricLabelPattern = "^[a-zA-Z_][a-zA-Z0-9_]*$"

  /// Labels that Prometheus and Thanos set themselves.
  private static let reserved = [
    "prometheus_replica", "collector_replica", "receive_replica", "tenant_id",
  ]

  /// The name of a Prometheus label that a person may set.
  static let metricLabel = TextForm(pattern: metricLabelPattern, example: "stage") { text in
    guard isMetricLabel(text) else { return .metricLabel(text) }
    guard !text.hasPrefix("__"), !reserved.contains(text) else {
      return .reservedLabel(text)
    }
    return nil
  }

  /// The name of any label, those that Prometheus and Thanos set among them.
  static let anyLabel = TextForm(pattern: metricLabelPattern, example: "job") { text in
    isMetricLabel(text) ? nil : .metricLabel(text)
  }

  /// By bytes: every cluster of the file has labels, for each of which a regular expression would be compiled.
  private static func isMetricLabel(_ text: String) -> Bool {
    let isOfWord = { (byte: UInt8) in
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
      default: false
      }
    }
    guard let first = text.utf8.first else { return false }
    return isOfWord(first) && text.utf8.dropFirst().allSatisfy { isOfWord($0) || 0x30...0x39 ~= $0 }
  }

  /// The name of any label, in which `$1` or `${1}` is a group of an expression.
  static let labelTemplate = TextForm(pattern: "^[a-zA-Z_$]", example: "team") { text in
    let form =
      /(?:[a-zA-Z_]|\$[a-zA-Z0-9_]+|\$\{[a-zA-Z0-9_]+\})(?:[a-zA-Z0-9_]|\$[a-zA-Z0-9_]+|\$\{[a-zA-Z0-9_]+\})*/
    return text.wholeMatch(of: form) == nil ? .labelTemplate(text) : nil
  }

  /// The name of a metric.
  static let metricName = TextForm(pattern: "^[a-zA-Z_:][a-zA-Z0-9_:]*$", example: "up") { text in
    guard text.wholeMatch(of: /[a-zA-Z_:][a-zA-Z0-9_:]*/) == nil else { return nil }
    return .metricName(text)
  }

  /// The key of a Kubernetes label.
  static let labelKey = TextForm(
    pattern: "^([-a-z0-9.]+/)?[A-Za-z0-9]([-A-Za-z0-9_.]*)$",
    example: "app.kubernetes.io/name",
  ) { text in
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isValid =
      switch parts.count {
      case 1: isLabelWord(parts[0])
      case 2: dottedName.flaw(parts[0]) == nil && isLabelWord(parts[1])
      default: false
      }
    return isValid ? nil : .labelKey(text)
  }

  /// The value of a Kubernetes label.
  static let labelValue = TextForm(pattern: "^[-A-Za-z0-9_.]{0,63}$", example: "web") { text in
    guard !text.isEmpty, !isLabelWord(text) else { return nil }
    return .labelValue(text)
  }

  /// Letters, digits, and marks between them; 63 at most.
  private static func isLabelWord(_ text: String) -> Bool {
    text.utf8.count <= 63 && text.wholeMatch(of: /[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?/) != nil
  }
}
