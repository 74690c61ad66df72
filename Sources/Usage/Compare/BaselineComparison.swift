import Fleet

/// A fleet's builds beside one cluster, component by component.
///
/// The value of a build is the mean over its clusters of their means over the window; the baseline's is its own mean.
package struct BaselineComparison: Hashable, Sendable {
  /// The cluster that all others are held against.
  package let cluster: String
  /// What it ran, the older first.
  package let builds: [Build]
  /// What both sides have; within each measure what costs most against the baseline first.
  package let rows: [Row]
  /// What only one side has: it is listed, and has no difference.
  package let unmatched: [Unmatched]

  package init(cluster: String, builds: [Build], rows: [Row], unmatched: [Unmatched]) {
    self.cluster = cluster
    self.builds = builds
    self.rows = rows
    self.unmatched = unmatched
  }

  /// A component on both sides.
  package struct Row: Hashable, Sendable {
    package let component: String
    package let measure: Measure
    /// nil for clusters whose version is not known.
    package let build: Build?
    /// Over the clusters of the build.
    package let sample: ClusterSample
    package let baseline: Double

    package init(
      component: String,
      measure: Measure,
      build: Build?,
      sample: ClusterSample,
      baseline: Double,
    ) {
      self.component = component
      self.measure = measure
      self.build = build
      self.sample = sample
      self.baseline = baseline
    }

    /// How much more the build uses than the baseline; below zero where it uses less.
    package var difference: Double { sample.mean - baseline }
    /// The difference by the baseline's value; nil where that is zero.
    package var relative: Double? { baseline == 0 ? nil : difference / baseline }
  }

  /// A component on one side alone.
  package struct Unmatched: Hashable, Sendable {
    package let component: String
    package let measure: Measure
    /// Who has it.
    package let side: Side
    package let value: Double

    package init(component: String, measure: Measure, side: Side, value: Double) {
      self.component = component
      self.measure = measure
      self.side = side
      self.value = value
    }
  }

  /// One of the two sides.
  package enum Side: Hashable, Sendable {
    case baseline
    /// nil for clusters whose version is not known.
    case build(Build?)
  }
}

extension UsageFigures {
  /// All builds of other clusters beside one cluster, on the figures' scale.
  ///
  /// - Throws: `UsageProblem.silentBaseline` where nothing is known of that cluster.
  package func compared(withBaseline cluster: String) throws(UsageProblem) -> BaselineComparison {
    let sides = Dictionary(grouping: figures) { $0.cluster == cluster }
    guard let own = sides[true], !own.isEmpty else { throw .silentBaseline(cluster) }
    let base = values(of: own).mapValues(\.mean)
    let others = Dictionary(grouping: sides[false] ?? [], by: \.build)
    var rows: [BaselineComparison.Row] = []
    var unmatched: [BaselineComparison.Unmatched] = []
    for (build, figures) in others {
      let samples = values(of: figures)
      rows += samples.compactMap { key, sample in
        base[key].map { key.row(build, sample, $0) }
      }
      unmatched += samples.filter { base[$0.key] == nil }
        .map { $0.key.unmatched(.build(build), $0.value.mean) }
      unmatched += base.filter { samples[$0.key] == nil && key($0.key, isMeasuredIn: samples) }
        .map { $0.key.unmatched(.baseline, $0.value) }
    }
    return BaselineComparison(
      cluster: cluster,
      builds: clusters.first { $0.name == cluster }?.builds.map(\.build) ?? [],
      rows: rows.sorted(by: BaselineComparison.Row.costsMore),
      unmatched: Set(unmatched).sorted(by: BaselineComparison.Unmatched.costsMore),
    )
  }

  /// A measure that a whole side lacks is a gap of the report, not of each component.
  private func key(_ key: ComparedKey, isMeasuredIn samples: [ComparedKey: ClusterSample]) -> Bool {
    samples.keys.contains { $0.measure == key.measure }
  }

  /// For each component and measure, over the clusters: of each its mean over all steps, whatever it ran.
  func values(of figures: [Figure]) -> [ComparedKey: ClusterSample] {
    let grouped = Dictionary(grouping: figures) {
      ComparedKey(component: $0.component, measure: $0.measure)
    }
    return grouped.compactMapValues { figures in
      ClusterSample(means(of: figures).map(\.value))
    }
  }

  /// The mean of each cluster, by all steps that its figures know.
  func means(of figures: [Figure]) -> [(cluster: String, value: Double)] {
    Dictionary(grouping: figures, by: \.cluster).sorted { $0.key < $1.key }
      .compactMap { cluster, figures in
        let known = figures.compactMap { $0.statistics(scale) }
        let steps = known.reduce(0) { $0 + $1.count }
        guard steps > 0 else { return nil }
        let sum = known.reduce(0) { $0 + $1.mean * Double($1.count) }
        return (cluster, sum / Double(steps))
      }
  }
}

/// What is compared with its like.
struct ComparedKey: Hashable {
  let component: String
  let measure: Measure

  func row(_ build: Build?, _ sample: ClusterSample, _ baseline: Double) -> BaselineComparison.Row {
    BaselineComparison.Row(
      component: component,
      measure: measure,
      build: build,
      sample: sample,
      baseline: baseline,
    )
  }

  func unmatched(
    _ side: BaselineComparison.Side,
    _ value: Double,
  ) -> BaselineComparison.Unmatched {
    BaselineComparison.Unmatched(component: component, measure: measure, side: side, value: value)
  }
}

extension BaselineComparison.Row {
  /// By measure, then by the difference, the largest first; names decide where nothing else does.
  fileprivate static func costsMore(_ left: Self, _ right: Self) -> Bool {
    if left.measure != right.measure { return left.measure.order < right.measure.order }
    if left.difference != right.difference { return left.difference > right.difference }
    if left.component != right.component { return left.component < right.component }
    guard let mine = left.build, let other = right.build else { return right.build == nil }
    return mine < other
  }
}

extension BaselineComparison.Unmatched {
  fileprivate static func costsMore(_ left: Self, _ right: Self) -> Bool {
    if left.measure != right.measure { return left.measure.order < right.measure.order }
    if left.value != right.value { return left.value > right.value }
    if left.component != right.component { return left.component < right.component }
    return left.side.order < right.side.order
  }
}

extension BaselineComparison.Side {
  /// The baseline last.
  fileprivate var order: String {
    switch self {
    case .baseline: "~"
    case .build(let build): build.map { "\($0.platform.rawValue) \($0.version)" } ?? ""
    }
  }
}
