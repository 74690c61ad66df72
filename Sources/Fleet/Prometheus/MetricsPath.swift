extension TextForm {
  static let metricsPath = TextForm(pattern: "^/") { text in
    guard !text.hasPrefix("/") else { return nil }
    return Complaint("A path begins with a slash.", remedy: "Write `/\(text)`.")
  }
}
