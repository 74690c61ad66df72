import Testing

@testable import fedctl_sandbox

@Suite struct CanonicalQuantityTests {
  @Test(arguments: [
    ("1024Mi", "1Gi"), ("0.5", "500m"), ("1000m", "1"), ("2000", "2k"), ("1.5", "1500m"),
    ("100m", "100m"), ("10Gi", "10Gi"), ("1500Mi", "1500Mi"), ("0", "0"), ("1.5Gi", "1536Mi"),
    ("1e3", "1e3"), ("-1Gi", "-1Gi"),
  ])
  func `a quantity is kept with its largest whole suffix`(text: String, expected: String) throws {
    #expect(try Quantity(text).canonical == expected)
  }

  @Test(arguments: ["abc", "1GB", "", ".", "1.2.3", "1Gm"])
  func `what is no quantity is refused`(text: String) {
    #expect(throws: Quantity.Unreadable.self) { try Quantity(text) }
  }
}
