/// All that a report of resource use tells: figures, and what they are held against.
package struct UsageReport: Hashable, Sendable {
  /// The fleet's name.
  package let fleet: String
  package let figures: UsageFigures
  /// nil where no cluster was chosen as the baseline.
  package let baseline: BaselineComparison?
  /// One for each version after the first that was named; none where none was.
  package let comparisons: [BuildComparison]

  package init(
    fleet: String,
    figures: UsageFigures,
    baseline: BaselineComparison? = nil,
    comparisons: [BuildComparison] = [],
  ) {
    self.fleet = fleet
    self.figures = figures
    self.baseline = baseline
    self.comparisons = comparisons
  }

  /// Whether a whole cluster is missing.
  package var isIncomplete: Bool {
    figures.gaps.contains { if case .silent = $0 { true } else { false } }
  }
}

/// What a report is asked for, beside its window.
package struct UsageChoice: Hashable, Sendable {
  /// Components that are told alone; all where none is named.
  package var components: [String]
  /// The cluster that all others are held against; nil for none.
  package var baseline: String?
  /// The versions that are compared, the first with all others; none where nothing is.
  package var versions: [String]

  package init(components: [String] = [], baseline: String? = nil, versions: [String] = []) {
    self.components = components
    self.baseline = baseline
    self.versions = versions
  }
}

extension UsageReport {
  /// Compares as asked.
  ///
  /// - Throws: where there is nothing to tell, or something was named that nothing is known of.
  package init(
    fleet: String,
    _ figures: UsageFigures,
    _ choice: UsageChoice,
  ) throws(UsageProblem) {
    guard !figures.figures.isEmpty else {
      throw .noData(
        from: figures.window.from,
        to: figures.window.to,
        queries: figures.queries.count,
      )
    }
    let chosen = try figures.only(choice.components)
    var baseline: BaselineComparison?
    if let cluster = choice.baseline { baseline = try chosen.compared(withBaseline: cluster) }
    self.init(
      fleet: fleet,
      figures: chosen,
      baseline: baseline,
      comparisons: try chosen.compared(versions: choice.versions),
    )
  }
}

extension UsageFigures {
  /// With figures of some components alone; with all where none is named.
  func only(_ components: [String]) throws(UsageProblem) -> UsageFigures {
    guard !components.isEmpty else { return self }
    let known = self.components + [UsageComponent.whole]
    for name in components where !known.contains(name) {
      throw .unknownComponent(name, known: known.sorted())
    }
    let chosen = Set(components)
    return UsageFigures(
      window: window,
      scale: scale,
      clusters: clusters,
      figures: figures.filter { chosen.contains($0.component) },
      lines: lines.filter { chosen.contains($0.component) },
      gaps: gaps,
      queries: queries,
    )
  }
}
