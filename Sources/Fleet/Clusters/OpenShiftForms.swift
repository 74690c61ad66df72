extension TextForm {
  /// OpenShift's minor release.
  static let openshiftVersion = TextForm(pattern: "^4\\.[0-9]+$", acceptsNumbers: false) { text in
    guard OpenShiftVersion(text) == nil else { return nil }
    return Complaint(
      "`\(text)` is not a minor release of OpenShift 4.",
      remedy: "Write it in quotes, as `\"4.18\"`.",
    )
  }
}
