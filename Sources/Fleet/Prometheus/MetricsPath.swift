extension TextForm {
  static let metricsPath = TextForm(pattern: "^/", example: "/metrics") { text in
    guard !text.hasPrefix("/") else { return nil }
    return .metricsPath(text)
  }
}
