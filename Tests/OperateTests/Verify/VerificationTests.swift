import Fleet
import FoundationEssentials
import Metrics
import Operate
import TestSupport
import Testing

@Suite(
  .waitsForPrograms,
  .enabled(if: PrometheusProcess.isInstalled, "Prometheus itself is the witness"),
)
struct VerificationTests {
  /// A fleet of clusters that write themselves, a scrape every fifteen seconds.
  private static func fleet(_ names: [String]) throws -> Fleet {
    try writingFleet(
      names.map {
        "name: \($0), context: \($0), externalLabels: {stage: prod, region: r-\($0)}"
      },
      defaults: "prometheus: {scrapeInterval: 15s, replicas: 1}",
    )
  }

  private static func labels(_ name: String) -> Labels {
    ["cluster": name, "stage": "prod", "region": "r-\(name)"]
  }

  private static func codes(_ verdict: ClusterVerdict?) -> [String] {
    (verdict?.findings ?? []).map(\.code)
  }

  @Test func `each fault is told by its own finding, and whoever has none is well`() async throws {
    let hub = try VerifiedHub()
    let names = [
      "well", "never", "stopped", "silent", "ahead", "named", "labelled", "copied", "doubled",
      "lacking", "gapped", "changed",
    ]
    var clusters = Dictionary(
      uniqueKeysWithValues: names.map { ($0, WrittenCluster(labels: Self.labels($0))) }
    )
    clusters["never"] = nil
    clusters["stopped"]?.seconds = 1_200...2_400
    clusters["silent"]?.seconds = 93_600...95_400
    clusters["ahead"]?.seconds = -600...600
    clusters["named"]?.labels["cluster"] = "other"
    clusters["labelled"]?.labels["region"] = "elsewhere"
    clusters["copied"]?.replicas = ["prometheus-0", "prometheus-1"]
    clusters["lacking"]?.names.removeLast()
    clusters["changed"]?.seconds = 900...1_800
    for cluster in clusters.values.sorted(by: { $0.seconds.upperBound > $1.seconds.upperBound }) {
      try await hub.take(cluster.series(until: hub.now))
    }
    try await hub.take(clusters["doubled"]?.series(until: hub.now.addingTimeInterval(-7)) ?? [])
    try await hub.take(
      WrittenCluster(labels: Self.labels("gapped"), seconds: 2_700...3_300).series(until: hub.now)
    )
    var changed = WrittenCluster(labels: Self.labels("changed"), seconds: 5...885)
    changed.labels["region"] = "elsewhere"
    try await hub.take(changed.series(until: hub.now))

    let report = await hub.report(on: try Self.fleet(names))
    let found = Dictionary(uniqueKeysWithValues: report.clusters.map { ($0.cluster, $0) })
    #expect(Self.codes(found["well"]) == ["verify.arriving"])
    #expect(Self.codes(found["never"]) == ["verify.never-arrived"])
    #expect(Self.codes(found["stopped"]) == ["verify.stopped"])
    #expect(Self.codes(found["silent"]) == ["verify.silent"])
    #expect(Self.codes(found["ahead"]) == ["verify.clock-ahead"])
    #expect(Self.codes(found["named"]) == ["verify.under-other-name"])
    #expect(Self.codes(found["labelled"]) == ["verify.other-labels", "verify.arriving"])
    #expect(Self.codes(found["copied"]) == ["verify.copies-doubled", "verify.arriving"])
    #expect(Self.codes(found["doubled"]) == ["verify.samples-doubled", "verify.arriving"])
    #expect(Self.codes(found["lacking"]) == ["verify.families-missing", "verify.arriving"])
    #expect(Self.codes(found["gapped"]) == ["verify.gaps", "verify.arriving"])
    #expect(Self.codes(found["changed"]) == ["verify.other-labels", "verify.arriving"])
    #expect(report.hub.isEmpty)
    #expect(!report.isSound)
  }

  @Test func `age and series are what promtool says`() async throws {
    let hub = try VerifiedHub()
    for name in ["a", "b"] {
      try await hub.take(WrittenCluster(labels: Self.labels(name)).series(until: hub.now))
    }
    let report = await hub.report(on: try Self.fleet(["a", "b"]), only: ["a"])
    let verdict = try #require(report.clusters.first)
    #expect(report.isSound)
    #expect(report.clusters.count == 1)
    #expect(try hub.promtool(#"count({cluster="a"})"#).contains("=> 3 @"))
    #expect(verdict.series == 3)
    let newest = try #require(verdict.newest).timeIntervalSince1970
    let said = try hub.promtool(#"max(timestamp(up{cluster="a"})) * 1000"#)
    #expect(said.contains("=> \(Int64((newest * 1_000).rounded())) @"))
  }

  @Test func `a thousand clusters take as many questions as ten`() async throws {
    let hub = try VerifiedHub()
    var asked: [Int] = []
    for count in [10, 1_000] {
      let names = (1...count).map { "c\($0)" }
      let fleet = try Self.fleet(names)
      try await hub.take(
        names.flatMap { name in
          WrittenCluster(labels: Self.labels(name), seconds: 5...200).series(until: hub.now)
        }
      )
      let before = try await hub.questions()
      let report = await hub.report(on: fleet)
      asked.append(try await hub.questions() - before)
      // A Prometheus does not count the question for stores, of which it knows nothing.
      #expect(report.questions == asked.last.map { $0 + 1 })
      #expect(report.clusters.count == count)
      #expect(report.isSound)
    }
    #expect(asked.first == asked.last)
  }
}
