import Fleet
import Foundation
import JSON
import Objects
import Templates
import TestSupport
import Testing
import YAML

/// A hub that has of two clusters just what their rendered objects let through, by real Prometheus.
struct MeasuredHub {
  let example: Example
  let manifests: [Manifest]
  private let process: PrometheusProcess

  init(_ example: Example, of clusters: [String: MeasuredCluster]) throws {
    self.example = example
    manifests = try render(example)
    var all = ThanosSeries.all
    for cluster in example.fleet.clusters {
      guard let measured = clusters[cluster.name] else { continue }
      all += try Self.passed(measured, cluster, manifests)
    }
    process = try PrometheusProcess.started(blocks: Self.blocks(of: all)) { _ in [:] }
  }

  /// What a query gives at the set's end.
  func answer(_ query: String) throws -> [JSON] {
    try process.answer("query", ["query=\(query)", "time=\(MeasuredSeries.end)"])
  }

  /// Two-hour blocks with these series.
  private static func blocks(of series: [MeasuredSeries]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "series.txt")
    try Data((series.map(\.text).joined() + "# EOF\n").utf8).write(to: file)
    let blocks = folder.appending(path: "blocks")
    let arguments = ["tsdb", "create-blocks-from", "openmetrics", file.path, blocks.path]
    _ = try Tool.output(of: "promtool", arguments)
    return blocks
  }

  /// What reaches the hub of a cluster, under its labels there.
  private static func passed(
    _ measured: MeasuredCluster,
    _ cluster: ManagedCluster,
    _ manifests: [Manifest],
  ) throws -> [MeasuredSeries] {
    let own = try PrometheusProcess.started(blocks: blocks(of: measured.series)) { _ in [:] }
    let way = try ClusterWay(cluster, manifests)
    let recorded = try way.recordings.flatMap { name, expression in
      try own.answer(
        "query_range",
        [
          "query=\(expression)", "start=\(Int(MeasuredSeries.now(6)))", "end=\(MeasuredSeries.end)",
          "step=60",
        ],
      ).compactMap { MeasuredSeries($0, named: name) }
    }
    let selectors = try way.selectors ?? [#"{__name__!=""}"#]
    let selected = try selectors.flatMap { selector in
      try own.answer("query", ["query=\(selector)[1h]", "time=\(MeasuredSeries.end)"])
    }
    let series = try selected.compactMap { MeasuredSeries($0) } + way.selected(recorded)
    let external = cluster.externalLabels.map { ($0.name, $0.value) } + way.givenAtHub
    return try unique(series).compactMap { one in
      guard let labels = try way.relabelling.applied(to: one.labels) else { return nil }
      var one = one
      one.labels = labels.merging(external) { $1 }
      return one
    } + way.atHub
  }

  /// Two selectors may choose the same.
  private static func unique(_ series: [MeasuredSeries]) -> [MeasuredSeries] {
    var seen: Set<[String: String]> = []
    return series.filter { seen.insert($0.labels).inserted }
  }
}
