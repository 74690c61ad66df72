/// A span of time as Prometheus writes it: `90s`, `1h30m`, `15d`.
package struct PrometheusDuration: Hashable, Sendable, Comparable {
  /// Its length; none stands for no limit where that is meant.
  package let milliseconds: Int

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
