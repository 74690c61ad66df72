extension TextForm {
  /// The ARN of a certificate in AWS Certificate Manager.
  static let certificateARN = TextForm(
    pattern: "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:",
    example: "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555",
  ) {
    text in
    let form = /arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate\/[A-Za-z0-9-]+/
    guard text.wholeMatch(of: form) == nil else { return nil }
    return .certificateARN(text)
  }
}
