package import Fleet

/// What a fleet's components used over a window: all that was asked, and all that is missing.
package struct UsageFigures: Hashable, Sendable {
  package let window: UsageWindow
  /// By which lines and comparisons are made comparable.
  package let scale: Scale
  /// In the order of the fleet file.
  package let clusters: [Cluster]
  /// In the order of clusters, builds and measures; by the components' names within.
  package let figures: [Figure]
  /// In no order: whoever shows some looks for them.
  package let lines: [Line]
  /// In the order of clusters.
  package let gaps: [UsageGap]
  /// What was asked, in the order in which it was.
  package let queries: [UsageQuery]

  package init(
    window: UsageWindow,
    scale: Scale,
    clusters: [Cluster],
    figures: [Figure],
    lines: [Line],
    gaps: [UsageGap],
    queries: [UsageQuery],
  ) {
    self.window = window
    self.scale = scale
    self.clusters = clusters
    self.figures = figures
    self.lines = lines
    self.gaps = gaps
    self.queries = queries
  }

  /// A cluster, as far as the figures know it.
  package struct Cluster: Hashable, Sendable {
    package let name: String
    package let platform: Platform
    /// What it ran, the older first.
    package let builds: [Run]
    /// How many nodes it had, on the mean; nil where that is not known.
    package let nodes: Double?
    /// In how many steps of the window anything is known of it.
    package let steps: Int

    package init(name: String, platform: Platform, builds: [Run], nodes: Double?, steps: Int) {
      self.name = name
      self.platform = platform
      self.builds = builds
      self.nodes = nodes
      self.steps = steps
    }
  }

  /// A build, and for how many steps a cluster ran it.
  package struct Run: Hashable, Sendable {
    package let build: Build
    package let steps: Int

    package init(build: Build, steps: Int) {
      self.build = build
      self.steps = steps
    }
  }
}

extension UsageFigures {
  /// All builds that any cluster ran, in their order.
  package var builds: [Build] { Set(clusters.flatMap(\.builds).map(\.build)).sorted() }

  /// Those measures of which there is any figure, in their order.
  package var measures: [Measure] {
    let found = Set(figures.map(\.measure))
    return Measure.allCases.filter(found.contains)
  }

  /// All components that have figures, by name; the whole is not among them.
  package var components: [String] {
    Set(figures.map(\.component)).subtracting([UsageComponent.whole]).sorted()
  }
}
