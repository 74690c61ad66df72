extension TextForm {
  static let metricsPath = TextForm(pattern: "^/") { text in
    guard !text.hasPrefix("/") else { return nil }
    return .metricsPath(text)
  }
}
