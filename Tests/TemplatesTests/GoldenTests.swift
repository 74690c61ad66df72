import Objects
import TestSupport
import Testing

/// What is rendered, as files that a person can read and compare.
///
/// `Golden/<example>/<cluster>.yaml` has every object of one cluster, as `fedctl render` prints them;
/// `Golden/<example>/<variant>.diff` has what a turn that the fleet file may take makes of them.
@Suite struct GoldenTests {
  @Test(arguments: Example.examples)
  func `an example is rendered to the files that are committed`(_ example: Example) throws {
    let manifests = try render(example)
    for cluster in example.clusters {
      let own = manifests.filter { $0.reference.cluster == cluster }
      let text = own.map(\.golden).joined()
      #expect(try differenceFromGolden(text, at: example.golden(of: cluster)) == nil)
    }
  }

  @Test(arguments: Example.turns)
  func `a turn of an example changes what is committed`(_ turn: Example) throws {
    let base = try #require(turn.base)
    let differences = differences(from: try render(base), to: try render(turn))
    let text = differences.joined(separator: "\n\n") + "\n"
    #expect(try differenceFromGolden(text, at: turn.goldenDifference) == nil)
  }

  @Test func `no two goldens have one path, and none is left over`() {
    let files = Example.examples.flatMap { example in example.clusters.map(example.golden) }
    let expected = files + Example.turns.map(\.goldenDifference)
    #expect(Set(expected).count == expected.count)
    #expect(goldenPaths() == expected.sorted())
  }
}
