extension TextForm {
  /// The ARN of a certificate in AWS Certificate Manager.
  static let certificateARN = TextForm(pattern: "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:") {
    text in
    let form = /arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate\/[A-Za-z0-9-]+/
    guard text.wholeMatch(of: form) == nil else { return nil }
    return .certificateARN(text)
  }
}
