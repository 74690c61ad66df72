import Fleet
import Testing

@testable import Usage

/// From series to figures.
struct TallyTests {
  static let window = UsageWindow(from: 0, step: 300, count: 4)

  static func series(
    _ cluster: String,
    _ labels: [String: String],
    _ values: [Double?],
  ) -> FoundSeries {
    var course = Course(steps: window.count)
    for (place, value) in values.enumerated() { course[place] = value }
    return FoundSeries(cluster: cluster, labels: labels, course)
  }

  static func of(_ cluster: String, _ namespace: String, _ values: [Double?]) -> FoundSeries {
    series(cluster, ["namespace": namespace, "workload": ""], values)
  }

  static func version(_ cluster: String, _ version: String, _ values: [Double?]) -> FoundSeries {
    series(cluster, ["version": version], values)
  }

  /// A tally of OpenShift clusters of one version and two nodes each.
  static func tally(_ names: [String], version: (String) -> String = { _ in "4.16.3" })
    -> UsageTally
  {
    var tally = UsageTally(
      window,
      clusters: names.map { UsageCluster(name: $0, platform: .openshift) },
      table: ComponentTable(),
      scale: .node,
    )
    tally.setVersions(names.map { Self.version($0, version($0), [1, 1, 1, 1]) })
    tally.setNodes(names.map { series($0, [:], [2, 2, 2, 2]) })
    return tally
  }

  private func figure(_ figures: UsageFigures, _ component: String) -> Figure? {
    figures.figures.first { $0.component == component }
  }

  @Test func `namespaces of a component are added up at each step before anything is worked out`()
    throws
  {
    var tally = Self.tally(["a"])
    tally.setPods([Self.of("a", "openshift-etcd", [3, 3, 3, nil])])
    tally.add(
      .cpu,
      [
        Self.of("a", "openshift-etcd", [1, 2, 3, 4]),
        Self.of("a", "openshift-etcd-operator", [1, nil, 1, nil]),
        Self.of("a", "openshift-dns", [10, 10, 10, 10]),
      ],
    )
    let figures = tally.result(queries: [])
    let etcd = try #require(figure(figures, "etcd"))
    #expect(etcd.whole == Statistics([2, 2, 4, 4]))
    #expect(etcd.perNode == Statistics([1, 1, 2, 2]))
    #expect(etcd.perPod == Statistics([2 / 3, 2 / 3, 4 / 3]))
    #expect(figure(figures, "all")?.whole == Statistics([12, 12, 14, 14]))
  }

  @Test func `each build has the steps at which it ran, and none has those between`() throws {
    var tally = Self.tally(["a"])
    tally.setVersions([
      Self.version("a", "4.16.3", [1, 1, nil, nil]), Self.version("a", "4.17.0", [nil, 1, 1, 1]),
    ])
    tally.add(.cpu, [Self.of("a", "openshift-dns", [1, 99, 3, 5])])
    let figures = tally.result(queries: [])
    let dns = figures.figures.filter { $0.component == "dns" }
    #expect(dns.map(\.build?.version) == ["4.16.3", "4.17.0"])
    #expect(dns.map(\.whole.mean) == [1, 4])
    #expect(figures.gaps.contains(.betweenVersions(cluster: "a", steps: 1)))
    let line = figures.lines.first { $0.component == "dns" && $0.build.version == "4.17.0" }
    #expect(line?.points.map(\.time) == [900, 1200])
    #expect(line?.points.map(\.value) == [1.5, 2.5])
  }

  @Test func `whatever is not known is listed, and nothing of it is zero`() {
    var tally = UsageTally(
      Self.window,
      clusters: ["a", "b", "off"].map {
        UsageCluster(name: $0, platform: .kubernetes, isTold: $0 != "off")
      },
      table: ComponentTable(),
      scale: .node,
    )
    tally.setOperators([Self.series("a", ["name": "newcomer"], [1])])
    tally.add(.cpu, [Self.of("a", "x", [1, nil, 1, 1]), Self.of("stranger", "x", [1])])
    let figures = tally.result(queries: [])
    #expect(
      figures.figures.allSatisfy { $0.cluster == "a" && $0.build == nil && $0.perNode == nil }
    )
    #expect(
      figures.gaps.prefix(4) == [
        .versionUnknown(cluster: "a"), .nodesUnknown(cluster: "a"), .podsUnknown(cluster: "a"),
        .partial(cluster: "a", steps: 3, of: 4),
      ]
    )
    #expect(figures.gaps.contains(.unmeasured(cluster: "a", .memory)))
    #expect(
      figures.gaps.suffix(4) == [
        .silent(cluster: "b"), .untold(cluster: "off"), .strangers(["stranger"]),
        .unlistedOperators(["newcomer"]),
      ]
    )
  }

  @Test func `a line is the mean over the clusters that tell something then`() throws {
    var tally = Self.tally(["a", "b"])
    tally.add(
      .memory,
      [
        Self.of("a", "openshift-dns", [2, 2, 2, 2]),
        Self.of("b", "openshift-dns", [4, nil, 4, 4]),
      ],
    )
    let lines = tally.result(queries: []).lines
    let dns = try #require(lines.first { $0.component == "dns" })
    #expect(dns.points.map(\.value) == [1.5, 1, 1.5, 1.5])
    #expect(dns.points.map(\.clusters) == [2, 1, 2, 2])
  }
}
