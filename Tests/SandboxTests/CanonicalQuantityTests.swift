import Testing

@testable import fedctl_sandbox

@Suite struct CanonicalQuantityTests {
  @Test(arguments: [
    ("1024Mi", "1Gi"), ("0.5", "500m"), ("1000m", "1"), ("2000", "2k"), ("1.5", "1500m"),
    ("100m", "100m"), ("10Gi", "10Gi"), ("1500Mi", "1500Mi"), ("0", "0"), ("much", "much"),
  ])
  func `a quantity is kept with its largest whole suffix`(text: String, expected: String) {
    #expect(canonicalQuantity(text) == expected)
  }
}
