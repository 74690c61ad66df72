/// One build beside another, component by component, with what tells a difference from noise.
package struct BuildComparison: Hashable, Sendable {
  /// The one that the other is held against.
  package let base: Build
  package let other: Build
  /// What both have; within each measure what costs most in `other` first.
  package let rows: [Row]
  /// What only one of them has: it is listed, and has no difference.
  package let unmatched: [Unmatched]

  package init(base: Build, other: Build, rows: [Row], unmatched: [Unmatched]) {
    self.base = base
    self.other = other
    self.rows = rows
    self.unmatched = unmatched
  }

  /// A component in both builds.
  package struct Row: Hashable, Sendable {
    package let component: String
    package let measure: Measure
    package let base: ClusterSample
    package let other: ClusterSample
    /// What the clusters tell of the difference.
    package let test: DifferenceTest
    /// Whether the difference is more than noise; nil where so few clusters cannot tell.
    package let isReal: Bool?

    package init(
      component: String,
      measure: Measure,
      base: ClusterSample,
      other: ClusterSample,
      test: DifferenceTest,
      isReal: Bool?,
    ) {
      self.component = component
      self.measure = measure
      self.base = base
      self.other = other
      self.test = test
      self.isReal = isReal
    }

    /// How much more `other` uses; of pairs, the mean of the clusters' own differences.
    package var difference: Double { test.difference }
    /// The difference by the base's mean; nil where that is zero.
    package var relative: Double? { base.mean == 0 ? nil : difference / base.mean }
  }

  /// A component in one build alone.
  package struct Unmatched: Hashable, Sendable {
    package let component: String
    package let measure: Measure
    /// Which build has it.
    package let build: Build
    package let value: Double

    package init(component: String, measure: Measure, build: Build, value: Double) {
      self.component = component
      self.measure = measure
      self.build = build
      self.value = value
    }
  }
}

extension UsageFigures {
  /// Each of several versions beside the first of them; a single one beside the newest other that was seen.
  ///
  /// - Throws: where a version was not seen, or there is nothing to hold one against.
  package func compared(versions: [String]) throws(UsageProblem) -> [BuildComparison] {
    let all = builds
    var named: [Build] = []
    for version in versions {
      guard let build = all.first(where: { $0.version == version }) else {
        throw .unknownVersion(version, known: all.map(\.version))
      }
      named.append(build)
    }
    guard let base = named.first else { return [] }
    let others = named.dropFirst().filter { $0 != base }
    if !others.isEmpty { return others.map { compared(base, with: $0) } }
    // A version of the same platform, before one of another.
    let rest = all.filter { $0 != base }
    guard let newest = rest.last(where: { $0.platform == base.platform }) ?? rest.last else {
      throw .nothingToCompare(base.version)
    }
    return [compared(base, with: newest)]
  }

  private func compared(_ base: Build, with other: Build) -> BuildComparison {
    let (before, after) = (clusterMeans(of: base), clusterMeans(of: other))
    let both = before.keys.filter { after[$0] != nil }
    let tests = both.map { key in
      (key: key, test: DifferenceTest(before[key] ?? [:], after[key] ?? [:]))
    }
    let real = Holm.areReal(tests.map { $0.test.probability })
    let rows = zip(tests, real).compactMap { tested, isReal -> BuildComparison.Row? in
      guard let base = before[tested.key].flatMap({ ClusterSample(Array($0.values)) }),
        let other = after[tested.key].flatMap({ ClusterSample(Array($0.values)) })
      else { return nil }
      return tested.key.row(base, other, tested.test, isReal)
    }
    return BuildComparison(
      base: base,
      other: other,
      rows: rows.sorted(by: BuildComparison.Row.costsMore),
      unmatched: (alone(before, after, base) + alone(after, before, other))
        .sorted(by: BuildComparison.Unmatched.costsMore),
    )
  }

  /// For each component and measure the means of the clusters that ran a build, on the figures' scale.
  private func clusterMeans(of build: Build) -> [ComparedKey: [String: Double]] {
    let own = Dictionary(grouping: figures.filter { $0.build == build }) {
      ComparedKey(component: $0.component, measure: $0.measure)
    }
    return own.compactMapValues { figures in
      let means = means(of: figures)
      guard !means.isEmpty else { return nil }
      return Dictionary(means.map { ($0.cluster, $0.value) }) { first, _ in first }
    }
  }

  /// What `mine` has and `others` lack, of measures that both have.
  private func alone(
    _ mine: [ComparedKey: [String: Double]],
    _ others: [ComparedKey: [String: Double]],
    _ build: Build,
  ) -> [BuildComparison.Unmatched] {
    let measured = Set(others.keys.map(\.measure))
    return mine.filter { others[$0.key] == nil && measured.contains($0.key.measure) }
      .compactMap { key, values in
        ClusterSample(Array(values.values)).map { sample in
          BuildComparison.Unmatched(
            component: key.component,
            measure: key.measure,
            build: build,
            value: sample.mean,
          )
        }
      }
  }
}

extension ComparedKey {
  fileprivate func row(
    _ base: ClusterSample,
    _ other: ClusterSample,
    _ test: DifferenceTest,
    _ isReal: Bool?,
  ) -> BuildComparison.Row {
    BuildComparison.Row(
      component: component,
      measure: measure,
      base: base,
      other: other,
      test: test,
      isReal: isReal,
    )
  }
}

extension BuildComparison.Row {
  /// By measure, then by the difference, the largest first.
  fileprivate static func costsMore(_ left: Self, _ right: Self) -> Bool {
    if left.measure != right.measure { return left.measure.order < right.measure.order }
    if left.difference != right.difference { return left.difference > right.difference }
    return left.component < right.component
  }
}

extension BuildComparison.Unmatched {
  fileprivate static func costsMore(_ left: Self, _ right: Self) -> Bool {
    if left.measure != right.measure { return left.measure.order < right.measure.order }
    if left.value != right.value { return left.value > right.value }
    return left.component < right.component
  }
}
