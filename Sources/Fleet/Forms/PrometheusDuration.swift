/// A span of time as Prometheus writes it: `90s`, `1h30m`, `15d`.
package struct PrometheusDuration: Hashable, Sendable, Comparable {
  let milliseconds: Int

  private static let units: [(name: String, milliseconds: Int)] = [
    ("y", 31_536_000_000), ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000),
    ("m", 60_000), ("s", 1000), ("ms", 1),
  ]

  /// nil unless the text is whole numbers with units, each at most once, the largest first.
  package init?(_ text: String) {
    var rest = text[...]
    var total = 0
    var allowed = Self.units[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(name.count)
      guard let number = Int(digits), let place = allowed.firstIndex(where: { $0.name == name })
      else { return nil }
      let (part, overflow) = number.multipliedReportingOverflow(by: allowed[place].milliseconds)
      let (sum, sumOverflow) = total.addingReportingOverflow(part)
      guard !overflow, !sumOverflow else { return nil }
      total = sum
      allowed = allowed[(place + 1)...]
    }
    milliseconds = total
  }

  /// Whole ones, rounded down.
  package var seconds: Int { milliseconds / 1000 }

  package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

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
