/// What one component used on all clusters that ran a build.
package struct BuildFigure: Hashable, Sendable {
  /// nil for clusters whose version is not known.
  package let build: Build?
  package let component: String
  package let measure: Measure
  /// How many clusters have told something.
  package let clusters: Int
  /// The means of the clusters' means, medians and 95th percentiles, and the largest of their largest.
  package let mean: Double
  package let median: Double
  package let p95: Double
  package let max: Double
  /// The mean of the clusters' means by node; nil where no cluster knows its nodes.
  package let perNode: Double?
  /// The mean of the clusters' means by pod; nil where no cluster knows its pods.
  package let perPod: Double?

  /// nil of no figures; all are of one build, component and measure.
  init?(_ figures: [Figure]) {
    guard let first = figures.first else { return nil }
    build = first.build
    component = first.component
    measure = first.measure
    clusters = figures.count
    mean = Self.mean(figures.map(\.whole.mean)) ?? 0
    median = Self.mean(figures.map(\.whole.median)) ?? 0
    p95 = Self.mean(figures.map(\.whole.p95)) ?? 0
    max = figures.map(\.whole.max).max() ?? 0
    perNode = Self.mean(figures.compactMap { $0.perNode?.mean })
    perPod = Self.mean(figures.compactMap { $0.perPod?.mean })
  }

  private static func mean(_ values: [Double]) -> Double? { ClusterSample(values)?.mean }
}

extension UsageFigures {
  /// Of one measure, by build and component; in each build the costliest component first, the whole before all.
  package func byBuild(_ measure: Measure) -> [BuildFigure] {
    let own = figures.filter { $0.measure == measure }
    let grouped = Dictionary(grouping: own) { BuildKey(build: $0.build, component: $0.component) }
    return grouped.values.compactMap(BuildFigure.init).sorted(by: Self.isTold)
  }

  private struct BuildKey: Hashable {
    let build: Build?
    let component: String
  }

  private static func isTold(_ left: BuildFigure, before right: BuildFigure) -> Bool {
    switch (left.build, right.build) {
    case (let mine?, let other?) where mine != other: return mine < other
    case (nil, _?): return false
    case (_?, nil): return true
    default: break
    }
    let whole = UsageComponent.whole
    if (left.component == whole) != (right.component == whole) { return left.component == whole }
    return left.mean == right.mean ? left.component < right.component : left.mean > right.mean
  }
}
