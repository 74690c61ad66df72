package import FoundationEssentials

/// Times as Kubernetes, AWS and credential plugins write them.
package enum RFC3339 {
  /// The moment that a text names; nil where it is no time of RFC 3339.
  ///
  /// A day and a time with `Z` or an offset (`2026-11-27T01:02:03.5+01:00`); a fraction may have any
  /// number of digits, of which nine count. A leap second is the second after it.
  package static func date(_ text: some StringProtocol) -> Date? {
    var reader = RFC3339Reader(text)
    return reader.read().map { Date(timeIntervalSince1970: $0) }
  }

  /// Whole seconds since 1970 of such a time, rounded down.
  package static func seconds(_ text: some StringProtocol) -> Int? {
    date(text).map { Int($0.timeIntervalSince1970.rounded(.down)) }
  }

  /// `2026-11-27T00:02:03Z`: in UTC, without parts of a second.
  package static func text(of date: Date) -> String {
    stamp(Int(date.timeIntervalSince1970.rounded(.down))) + "Z"
  }

  /// The API's MicroTime, as a Lease has it: six digits of a second, no fewer.
  package static func microTime(of date: Date) -> String {
    let micros = Int((date.timeIntervalSince1970 * 1_000_000).rounded(.down))
    let (seconds, fraction) = CivilDay.divided(micros, by: 1_000_000)
    return "\(stamp(seconds)).\(padded(fraction, 6))Z"
  }

  private static func stamp(_ seconds: Int) -> String {
    let (number, second) = CivilDay.divided(seconds, by: 86_400)
    let day = CivilDay(number: number)
    return
      "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
      + "T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
