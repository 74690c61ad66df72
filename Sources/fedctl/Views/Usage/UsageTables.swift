import Fleet
import Usage

/// What a report says, as tables: what was compared first, for that is what was asked for.
struct UsageTables {
  let report: UsageReport
  /// Whether every component and cluster is told, however little it uses.
  let isWhole: Bool
  /// So many rows of a kind are told where not all are.
  let enough: Int

  /// So many components are drawn.
  static let drawn = 10

  var figures: UsageFigures { report.figures }

  /// In the order in which they are told.
  var all: [UsageTable] {
    (report.baseline.map(tables) ?? []) + report.comparisons.flatMap(tables)
      + figures.measures.map(usage) + [clusters]
      + (isWhole ? figures.measures.map(byCluster) : [])
  }

  /// The means of what clusters use, by build; side by side below each component.
  private func usage(of measure: Measure) -> UsageTable {
    let found = figures.byBuild(measure)
    let ranked = Self.ranked(found)
    let told = isWhole ? ranked : Array(ranked.prefix(enough + 1))
    let rows = told.flatMap { component in found.filter { $0.component == component } }
    return UsageTable(
      title: UsageReportWords.title(of: measure),
      columns: UsageReportWords.usageColumns,
      rows: rows.map { row($0, measure.unit) },
      omitted: ranked.count - told.count,
      query: query(of: measure),
      charts: bars(of: measure, found, ranked) + lines(of: measure, ranked),
    )
  }

  private func row(_ figure: BuildFigure, _ unit: Measure.Unit) -> [String] {
    [figure.component, figure.build?.version ?? UsageReportWords.unknown, "\(figure.clusters)"]
      + [figure.mean, figure.median, figure.p95, figure.max].map { Amount.text($0, unit) }
      + [figure.perNode, figure.perPod].map { $0.map { Amount.text($0, unit) } ?? "–" }
  }

  /// Components by what they use in the build in which they use most; a cluster as a whole before all.
  private static func ranked(_ figures: [BuildFigure]) -> [String] {
    let cost = Dictionary(figures.map { ($0.component, $0.mean) }, uniquingKeysWith: max)
    return cost.sorted { left, right in
      if (left.key == UsageComponent.whole) != (right.key == UsageComponent.whole) {
        return left.key == UsageComponent.whole
      }
      return left.value == right.value ? left.key < right.key : left.value > right.value
    }
    .map(\.key)
  }

  /// What was asked for the values of a measure.
  func query(of measure: Measure) -> String? {
    figures.queries.first { $0.subject == .measure(measure) }?.expression
  }

  /// What is known of each cluster.
  private var clusters: UsageTable {
    let whole = figures.figures.filter { $0.component == UsageComponent.whole }
    return UsageTable(
      title: UsageReportWords.clusters,
      columns: UsageReportWords.clusterColumns,
      rows: figures.clusters.map { cluster in
        let builds = cluster.builds.map(\.build.version).joined(separator: ", ")
        let used = [Measure.cpu, .memory].map { measure in
          let own = whole.filter { $0.cluster == cluster.name && $0.measure == measure }
          return figures.mean(of: own).map { Amount.text($0, measure.unit) } ?? "–"
        }
        return [
          cluster.name, cluster.platform.rawValue,
          builds.isEmpty ? UsageReportWords.unknown : builds,
          cluster.nodes.map(Amount.count) ?? "–", "\(cluster.steps)/\(figures.window.count)",
        ] + used
      },
    )
  }

  /// Each cluster's own figures, all of them.
  private func byCluster(_ measure: Measure) -> UsageTable {
    let own = figures.figures.filter { $0.measure == measure }
    return UsageTable(
      title: UsageReportWords.byCluster(measure),
      columns: UsageReportWords.figureColumns,
      rows: own.map { figure in
        let whole = figure.whole
        return [
          figure.cluster, figure.component, figure.build?.version ?? UsageReportWords.unknown,
        ]
          + [whole.mean, whole.median, whole.p95, whole.max].map {
            Amount.text($0, measure.unit)
          }
          + [figure.perNode?.mean, figure.perPod?.mean].map {
            $0.map { Amount.text($0, measure.unit) } ?? "–"
          }
      },
      isFolded: true,
    )
  }
}

extension UsageFigures {
  /// The mean of one cluster's figures by the steps that each knows; nil of none.
  fileprivate func mean(of figures: [Figure]) -> Double? {
    let steps = figures.reduce(0) { $0 + $1.whole.count }
    guard steps > 0 else { return nil }
    return figures.reduce(0) { $0 + $1.whole.mean * Double($1.whole.count) } / Double(steps)
  }
}
