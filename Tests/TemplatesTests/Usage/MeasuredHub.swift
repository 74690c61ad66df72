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
    process = try Self.holding(all)
  }

  /// What a query gives at the set's end.
  func answer(_ query: String) throws -> [JSON] {
    try process.answer("query", ["query=\(query)", "time=\(MeasuredSeries.end)"])
  }

  /// A Prometheus that has stored these series.
  private static func holding(_ series: [MeasuredSeries]) throws -> PrometheusProcess {
    try PrometheusProcess.holding(series.map(\.text).joined() + "# EOF\n")
  }

  /// What reaches the hub of a cluster, under its labels there.
  private static func passed(
    _ measured: MeasuredCluster,
    _ cluster: ManagedCluster,
    _ manifests: [Manifest],
  ) throws -> [MeasuredSeries] {
    let own = try holding(measured.series)
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
