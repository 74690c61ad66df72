import Text

extension TextForm {
  private static let durationPattern = "^([0-9]+(y|w|d|h|ms|m|s))+$"

  static let duration = duration(from: "1ms", example: "30s")

  /// A duration that may be nothing, which stands for no limit.
  static let retention = duration(from: "0d", example: "30d")

  /// A duration at least as long as `shortest`, and shorter than `limit`.
  static func duration(
    from shortest: String,
    below limit: String? = nil,
    example: String? = nil,
  ) -> TextForm {
    TextForm(pattern: durationPattern, example: example ?? shortest) { text in
      guard let value = PrometheusDuration(text) else {
        return .duration(text)
      }
      if let least = PrometheusDuration(shortest), value < least {
        return .tooShort(text, least: shortest)
      }
      if let limit, let bound = PrometheusDuration(limit), value >= bound {
        return .tooLong(text, limit: limit)
      }
      return nil
    }
  }
}
