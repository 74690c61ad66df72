import FoundationEssentials

/// A day of the Gregorian calendar, extended to all years.
///
/// Years are counted from March here, so that the leap day is a year's last; 400 years are an era of
/// 146,097 days.
package struct CivilDay: Hashable, Sendable {
  package let year: Int
  /// From 1.
  package let month: Int
  /// From 1.
  package let day: Int

  /// nil where the month does not have that day.
  init?(year: Int, month: Int, day: Int) {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is so many days after 1970-01-01.
  package init(number: Int) {
    let (era, dayOfEra) = Self.divided(number + 719_468, by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
    month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  package var number: Int {
    let (era, yearOfEra) = Self.divided(month <= 2 ? year - 1 : year, by: 400)
    let fromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * fromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Quotient and remainder, the remainder never below 0.
  static func divided(_ number: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
    let remainder = (number % divisor + divisor) % divisor
    return ((number - remainder) / divisor, remainder)
  }
}

extension CivilDay: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension CivilDay: CustomStringConvertible {
  /// As RFC 3339 writes it.
  package var description: String {
    String(RFC3339.text(of: Date(timeIntervalSince1970: Double(number) * 86_400)).prefix(10))
  }

  /// `2026-11-27`; nil where the text is no day.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 10, let seconds = RFC3339.seconds("\(text)T00:00:00Z") else {
      return nil
    }
    self.init(number: Self.divided(seconds, by: 86_400).quotient)
  }
}
