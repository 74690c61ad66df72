import FoundationEssentials
import Testing
import Text

@Suite struct RFC3339Tests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0.0), ("1969-12-31T23:59:59Z", -1),
    ("2013-05-24T00:00:00Z", 1_369_353_600), ("2000-02-29T12:00:00Z", 951_825_600),
    ("1985-04-12T23:20:50.52Z", 482_196_050.52), ("1996-12-19T16:39:57-08:00", 851_042_397),
    ("1990-12-31T23:59:60Z", 662_688_000), ("1937-01-01T12:00:27.87+00:20", -1_041_337_172.13),
    ("2026-11-27t00:02:03.000000001z", 1_795_737_723.000_000_001),
    ("9999-12-31T23:59:59Z", 253_402_300_799), ("0001-01-01T00:00:00Z", -62_135_596_800),
  ])
  func `times of the standard and its bounds are read`(text: String, seconds: Double) throws {
    let date = try #require(RFC3339.date(text))
    // A Date counts from 2001 in binary, so that fractions are off by a little.
    #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_001)
    #expect(RFC3339.seconds(text) == Int(seconds.rounded(.down)))
  }

  @Test(arguments: [
    "", "2026-11-27", "2026-11-27T00:02:03", "2026-11-27T00:02Z", "2026-11-27 00:02:03Z",
    "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-27T24:00:00Z",
    "2026-11-27T00:60:00Z", "2026-11-27T00:00:61Z", "2026-11-27T00:00:00.Z",
    "2026-11-27T00:00:00+0100", "2026-11-27T00:00:00+24:00", "2026-11-27T00:00:00Z ",
    "26-11-27T00:00:00Z", "2026-1-27T00:00:00Z", "+026-11-27T00:00:00Z", "tomorrow",
  ])
  func `what is no time is refused`(text: String) {
    #expect(RFC3339.date(text) == nil)
  }

  /// Foundation counts by Caesar's calendar before 1582.
  @Test func `days of seven centuries are written as Foundation writes them, and read back`() {
    for day in stride(from: -141_000, through: 109_573, by: 97) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400 + Double(day.magnitude % 86_400))
      let text = RFC3339.text(of: date)
      #expect(text == date.formatted(.iso8601))
      #expect(RFC3339.date(text) == date)
    }
  }

  @Test func `parts of a second are cut off, and a MicroTime has six digits of them`() {
    let date = Date(timeIntervalSince1970: 1_795_737_723.25)
    #expect(RFC3339.text(of: date) == "2026-11-27T00:02:03Z")
    #expect(RFC3339.microTime(of: date) == "2026-11-27T00:02:03.250000Z")
    #expect(RFC3339.microTime(of: Date(timeIntervalSince1970: 0)) == "1970-01-01T00:00:00.000000Z")
    #expect(RFC3339.text(of: Date(timeIntervalSince1970: -0.5)) == "1969-12-31T23:59:59Z")
  }
}
