import Fleet
import Testing

@testable import Usage

/// A fleet beside its baseline, and builds beside each other.
struct CompareTests {
  private typealias Tally = TallyTests

  /// Four clusters, two of each version, with dns alike and etcd far apart; only the baseline has storage.
  private static func figures(etcd: [Double], versions: [String]) -> UsageFigures {
    let names = (1...etcd.count).map { "c\($0)" }
    let version = Dictionary(uniqueKeysWithValues: zip(names, versions))
    var tally = Tally.tally(names) { version[$0] ?? "" }
    tally.add(
      .cpu,
      zip(names, etcd).flatMap { name, value in
        [
          Tally.of(name, "openshift-etcd", [value, value, value, value]),
          Tally.of(name, "openshift-dns", [2, 2, 2, 2]),
        ]
      } + [Tally.of("c4", "openshift-cluster-csi-drivers", [6, 6, 6, 6])],
    )
    return tally.result(queries: [])
  }

  @Test func `a build is held against the baseline, and what one side lacks has no difference`()
    throws
  {
    let figures = Self.figures(etcd: [4, 8, 20, 2], versions: ["1", "1", "2", "3"])
    let comparison = try figures.compared(withBaseline: "c4")
    let etcd = comparison.rows.filter { $0.component == "etcd" }
    #expect(etcd.map(\.build?.version) == ["2", "1"])
    // By node, of which each has two.
    #expect(etcd.map(\.difference) == [9, 2])
    #expect(etcd.map(\.relative) == [9, 2])
    #expect(etcd.map(\.sample.count) == [1, 2])
    let unmatched = comparison.unmatched.map(\.component)
    #expect(unmatched == ["storage"] && comparison.unmatched[0].side == .baseline)
    #expect(!comparison.rows.contains { $0.component == "storage" })
    #expect(throws: UsageProblem.silentBaseline("c9")) {
      try figures.compared(withBaseline: "c9")
    }
  }

  @Test func `a difference is told from noise`() throws {
    let figures = Self.figures(
      etcd: [2, 2.02, 1.98, 4, 4.02, 3.98],
      versions: ["1", "1", "1", "2", "2", "2"],
    )
    let comparison = try #require(try figures.compared(versions: ["1", "2"]).first)
    let rows = Dictionary(comparison.rows.map { ($0.component, $0) }) { first, _ in first }
    #expect(rows["etcd"]?.isReal == true && rows["etcd"]?.test.method == .welch)
    #expect(((rows["etcd"]?.difference ?? 0) - 1).magnitude < 1e-9)
    #expect(rows["dns"]?.isReal == false && rows["dns"]?.difference == 0)
    #expect(comparison.unmatched.map(\.component) == ["storage"])
    // The same clusters so far apart from each other that chance explains as much.
    let noisy = Self.figures(
      etcd: [2, 9, 1, 4, 12, 3],
      versions: ["1", "1", "1", "2", "2", "2"],
    )
    let noise = try #require(try noisy.compared(versions: ["1", "2"]).first)
    #expect(noise.rows.first { $0.component == "etcd" }?.isReal == false)
  }

  @Test func `one version is held against the newest other, and an unknown one is named`() throws {
    let figures = Self.figures(
      etcd: [1, 2, 3, 4],
      versions: ["4.9.0", "4.10.0", "4.10.0", "4.8.0"],
    )
    let comparison = try #require(try figures.compared(versions: ["4.8.0"]).first)
    #expect(comparison.other.version == "4.10.0")
    // One cluster on a side: the difference is told, and that nothing more can be.
    #expect(comparison.rows.allSatisfy { $0.isReal == nil && $0.test.interval == nil })
    #expect(throws: UsageProblem.unknownVersion("5", known: ["4.8.0", "4.9.0", "4.10.0"])) {
      try figures.compared(versions: ["4.9.0", "5"])
    }
    let single = Self.figures(etcd: [1, 1], versions: ["1", "1"])
    #expect(throws: UsageProblem.nothingToCompare("1")) { try single.compared(versions: ["1"]) }
  }

  @Test func `a component that nobody has is no component of the report`() throws {
    let figures = Self.figures(etcd: [1, 2], versions: ["1", "1"])
    let report = try UsageReport(fleet: "f", figures, UsageChoice(components: ["etcd"]))
    #expect(Set(report.figures.figures.map(\.component)) == ["etcd"])
    let known = UsageProblem.unknownComponent("etc", known: ["all", "dns", "etcd"])
    #expect(throws: known) {
      try UsageReport(fleet: "f", figures, UsageChoice(components: ["etc"]))
    }
    let empty = Tally.tally(["a"]).result(queries: [])
    #expect(throws: UsageProblem.noData(from: 0, to: 1200, queries: 0)) {
      try UsageReport(fleet: "f", empty, UsageChoice())
    }
  }
}
