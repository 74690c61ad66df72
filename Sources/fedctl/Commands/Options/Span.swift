import ArgumentParser
import FoundationEssentials
import Text

/// A length of time as a person writes it: a number and `m`, `h`, `d` or `w`.
struct Span: ExpressibleByArgument, Hashable {
  let seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  /// nil for anything but a whole number and one unit, up to ten years.
  init?(argument: String) {
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    guard let unit = argument.last.flatMap({ units[$0] }), let count = Int(argument.dropLast()),
      count > 0, count <= 3660 * 86_400 / unit
    else { return nil }
    seconds = count * unit
  }

  /// As the help tells the default.
  var defaultValueDescription: String { UsageReportWords.duration(seconds) }
}

/// A moment as a person writes it: a day, or a time of RFC 3339.
struct Moment: ExpressibleByArgument, Hashable {
  /// Since 1970, rounded down.
  let seconds: Int

  /// A day is its beginning in UTC; nil for anything else.
  init?(argument: String) {
    guard let seconds = RFC3339.seconds(argument) ?? CivilDay(argument).map({ $0.number * 86_400 })
    else { return nil }
    self.seconds = seconds
  }

  /// Now.
  static var now: Int { Int(Date().timeIntervalSince1970) }
}
