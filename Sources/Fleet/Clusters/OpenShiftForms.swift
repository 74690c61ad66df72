extension TextForm {
  /// OpenShift's minor release.
  static let openshiftVersion = TextForm(
    pattern: "^4\\.[0-9]+$",
    acceptsNumbers: false,
    example: "4.18",
  ) { text in
    guard OpenShiftVersion(text) == nil else { return nil }
    return .openshiftVersion(text)
  }
}
