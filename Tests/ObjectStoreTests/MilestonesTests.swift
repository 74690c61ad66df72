import Testing

@testable import ObjectStore

struct MilestonesTests {
  private func parts(of count: Int) -> [Int] {
    var milestones = Milestones()
    for number in 0..<count { milestones.pass(String(number)) }
    let ends = milestones.dividing(into: 16, ofAtLeast: 50).compactMap { Int($0) } + [count - 1]
    return zip([-1] + ends, ends).map { $1 - $0 }
  }

  @Test func `few names are one part`() {
    #expect(Milestones().dividing(into: 16, ofAtLeast: 50).isEmpty)
    #expect(parts(of: 50) == [50])
    #expect(parts(of: 51) == [50, 1])
  }

  @Test(arguments: [800, 1_023, 1_024, 5_000, 66_667, 1_000_000])
  func `many names are cut into parts of about one size`(_ count: Int) {
    let parts = parts(of: count)
    #expect((15...16).contains(parts.count))
    #expect(parts.reduce(0, +) == count)
    #expect(parts.dropLast().allSatisfy { abs($0 - count / 16) <= count / 256 + 1 })
  }
}
