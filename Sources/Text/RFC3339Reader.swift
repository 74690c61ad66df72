/// Reads one time of RFC 3339 from front to end.
struct RFC3339Reader {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) { rest = Array(text.utf8)[...] }

  /// Seconds since 1970 in UTC; nil where the text is none, or goes on after the time.
  mutating func read() -> Double? {
    guard let day = day(), skip("Tt"), let time = time(), let fraction = fraction(),
      let offset = offset(), rest.isEmpty
    else { return nil }
    return Double(day.number * 86_400 + time - offset) + fraction
  }

  private mutating func day() -> CivilDay? {
    guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2)
    else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }

  private mutating func time() -> Int? {
    guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60,
      skip(":"), let second = number(2), second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// 0 where there is none; nil where a point has no digit after it.
  private mutating func fraction() -> Double? {
    guard skip(".") else { return 0 }
    let digits = rest.prefix { Self.isDigit($0) }
    rest = rest.dropFirst(digits.count)
    let nanoseconds = digits.prefix(9).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    let scale = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]
    guard !digits.isEmpty else { return nil }
    return Double(nanoseconds) * Double(scale[9 - min(9, digits.count)]) / 1_000_000_000
  }

  /// Seconds east of Greenwich.
  private mutating func offset() -> Int? {
    if skip("Zz") { return 0 }
    let isWest = rest.first == UInt8(ascii: "-")
    guard skip("+-"), let hour = number(2), hour < 24, skip(":"), let minute = number(2),
      minute < 60
    else { return nil }
    return (hour * 3600 + minute * 60) * (isWest ? -1 : 1)
  }

  private mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private mutating func skip(_ any: String) -> Bool {
    guard let byte = rest.first, any.utf8.contains(byte) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
