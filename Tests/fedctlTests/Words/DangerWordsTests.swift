import Plan
import Testing

@testable import fedctl

/// What must not be overlooked, where it is about many clusters.
struct DangerWordsTests {
  /// Every second of them, so that no two are neighbours.
  private let many = (0..<40).map { "c-\($0 * 2)" }

  @Test func `names that lose nothing are cut, so that they hide nothing else`() {
    let unknown = Danger.clustersUnknown(many, of: 90).words
    #expect(unknown.hasPrefix("40 of 90 clusters cannot be looked at"))
    #expect(unknown.hasSuffix("c-20, c-22 and 28 more"))
  }

  @Test func `names of clusters that are deleted are all told`() {
    #expect(Danger.clustersLeave(many).words.hasSuffix("c-74, c-76, c-78"))
  }
}
