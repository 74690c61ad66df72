import Testing
import Text

@testable import Fleet

@Suite struct QuantityTests {
  @Test(arguments: [
    ("0.5", "500m"), ("1000m", "1"), ("1024Mi", "1Gi"), ("1.5Gi", "1536Mi"), ("1000Mi", "1000Mi"),
    ("0.5Ki", "512"), ("1000k", "1M"), ("1500", "1500"), ("2000", "2k"), ("0", "0"),
    ("0.0001", "1m"), ("1e3", "1e3"), (".5", "500m"), ("5.", "5"), ("100u", "1m"),
  ])
  func `amounts are written as the API server stores them`(text: String, canonical: String) {
    #expect(Quantity(text)?.canonical == canonical)
  }

  @Test(arguments: ["", ".", "1GB", "1 Gi", "-1", "Gi", "1.2.3", "99999999999999999999", "9Ei9"])
  func `what is no quantity is refused`(text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test(arguments: [("1h30m", 5_400_000), ("15d", 1_296_000_000), ("250ms", 250), ("0d", 0)])
  func `durations are added up`(text: String, milliseconds: Int) {
    #expect(PrometheusDuration(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: ["", "5", "1m1h", "1.5h", "h", "1 h", "-1h"])
  func `what is no duration is refused`(text: String) {
    #expect(PrometheusDuration(text) == nil)
  }
}
