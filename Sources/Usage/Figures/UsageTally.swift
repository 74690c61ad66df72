import Fleet

/// Turns what a querier has answered into figures, one measure after the other, so that of a large fleet only one
/// measure's series are held at a time.
package struct UsageTally: Sendable {
  package let window: UsageWindow
  package let clusters: [UsageCluster]
  private let table: ComponentTable
  private let scale: Scale
  private let platforms: [String: Platform]
  private var builds: [String: BuildCourse] = [:]
  private var nodes: [String: Course] = [:]
  private var pods: [Part: Course] = [:]
  private var figures: [Figure] = []
  private var sums: [LineKey: LineSum] = [:]
  /// Which clusters have anything of a measure.
  private var measured: [Measure: Set<String>] = [:]
  /// In how many steps a cluster has anything at all.
  private var covered: [String: Course] = [:]
  private var strangers: Set<String> = []
  /// The names of all ClusterOperators that were seen.
  private var operators: Set<String> = []

  /// A component of a cluster.
  private struct Part: Hashable {
    let cluster: String
    let component: String
  }

  private struct LineKey: Hashable {
    let build: Build
    let component: String
    let measure: Measure
  }

  /// Nothing is known yet.
  ///
  /// - scale: by which lines are made comparable; figures have all scales.
  package init(
    _ window: UsageWindow,
    clusters: [UsageCluster],
    table: ComponentTable,
    scale: Scale,
  ) {
    self.window = window
    self.clusters = clusters
    self.table = table
    self.scale = scale
    platforms = Dictionary(clusters.map { ($0.name, $0.platform) }) { first, _ in first }
  }

  /// What tells the clusters' versions, by the label `version`; first of all.
  package mutating func setVersions(_ series: [FoundSeries]) {
    for (cluster, series) in Dictionary(grouping: ours(series), by: \.cluster) {
      guard let platform = platforms[cluster] else { continue }
      builds[cluster] = BuildCourse(
        series.compactMap { one in one.labels["version"].map { ($0, one.course) } },
        platform: platform,
        steps: window.count,
      )
    }
  }

  /// What ClusterOperators there are, by the label `name`: those that the table does not know are told.
  package mutating func setOperators(_ series: [FoundSeries]) {
    operators.formUnion(ours(series).compactMap { $0.labels["name"] })
  }

  /// How many nodes each cluster has; before any measure.
  package mutating func setNodes(_ series: [FoundSeries]) {
    let empty = empty
    for one in ours(series) { nodes[one.cluster, default: empty].add(one.course) }
  }

  /// How many pods workloads have; before any measure.
  package mutating func setPods(_ series: [FoundSeries]) { pods = courses(of: ours(series)) }

  /// What workloads used of one thing.
  package mutating func add(_ measure: Measure, _ series: [FoundSeries]) {
    for (part, course) in courses(of: ours(series)) where course.known > 0 {
      measured[measure, default: []].insert(part.cluster)
      if part.component == UsageComponent.whole { cover(part.cluster, course) }
      add(measure, part, course)
    }
  }

  /// What has come of it, in the order of clusters, builds, measures and components.
  ///
  /// - gaps: what was not known before anything was asked, or told beside an answer.
  package func result(queries: [UsageQuery], beside gaps: [UsageGap] = []) -> UsageFigures {
    UsageFigures(
      window: window,
      scale: scale,
      clusters: clusters.map(summary),
      figures: sorted,
      lines: sums.map { key, sum in
        Line(
          build: key.build,
          component: key.component,
          measure: key.measure,
          points: sum.points(in: window),
        )
      }
      .filter { !$0.points.isEmpty },
      gaps: gaps + ownGaps,
      queries: queries,
    )
  }
}

extension UsageTally {
  private var empty: Course { Course(steps: window.count) }

  /// Series of clusters that the report is about; of others only the names are kept.
  private mutating func ours(_ series: [FoundSeries]) -> [FoundSeries] {
    series.filter { one in
      guard platforms[one.cluster] == nil else { return true }
      strangers.insert(one.cluster)
      return false
    }
  }

  /// Added up by component, and for each cluster as a whole.
  private func courses(of series: [FoundSeries]) -> [Part: Course] {
    var result: [Part: Course] = [:]
    var names: [[String]: String] = [:]
    for one in series {
      guard let platform = platforms[one.cluster] else { continue }
      let place = [one.labels["namespace"] ?? "", one.labels["workload"] ?? ""]
      let name =
        names[place + [platform.rawValue]]
        ?? table.name(namespace: place[0], workload: place[1], on: platform)
      names[place + [platform.rawValue]] = name
      for component in [name, UsageComponent.whole] {
        result[Part(cluster: one.cluster, component: component), default: empty].add(one.course)
      }
    }
    return result
  }

  private mutating func cover(_ cluster: String, _ course: Course) {
    let empty = empty
    var known = empty
    for place in 0..<window.count where course[place] != nil { known[place] = 1 }
    covered[cluster, default: empty].add(known)
  }

  /// A figure for each build that the cluster ran; without one, a figure of no build.
  private mutating func add(_ measure: Measure, _ part: Part, _ course: Course) {
    let known = builds[part.cluster]?.builds ?? []
    guard !known.isEmpty else { return append(measure, part, nil, course) }
    for build in known {
      let own = course.at { builds[part.cluster]?.ran(build, at: $0) ?? false }
      append(measure, part, build, own)
      let line = scaled(own, part)
      if let line, line.known > 0 {
        let key = LineKey(build: build, component: part.component, measure: measure)
        sums[key, default: LineSum(steps: window.count)].add(line)
      }
    }
  }

  private mutating func append(
    _ measure: Measure,
    _ part: Part,
    _ build: Build?,
    _ course: Course,
  ) {
    guard let whole = Statistics(course.present) else { return }
    figures.append(
      Figure(
        cluster: part.cluster,
        build: build,
        component: part.component,
        measure: measure,
        whole: whole,
        perNode: nodes[part.cluster].flatMap { Statistics(course.divided(by: $0).present) },
        perPod: pods[part].flatMap { Statistics(course.divided(by: $0).present) },
      )
    )
  }

  /// On the scale of the lines; nil where what it is divided by is not known.
  private func scaled(_ course: Course, _ part: Part) -> Course? {
    switch scale {
    case .cluster: course
    case .node: nodes[part.cluster].map(course.divided)
    case .pod: pods[part].map(course.divided)
    }
  }

  /// In the order in which they are told.
  private var sorted: [Figure] {
    let places = Dictionary(clusters.enumerated().map { ($1.name, $0) }) { first, _ in first }
    return figures.map { (order: order(of: $0, among: places), figure: $0) }
      .sorted { $0.order < $1.order }.map(\.figure)
  }

  private func order(of figure: Figure, among clusters: [String: Int]) -> FigureOrder {
    FigureOrder(
      cluster: clusters[figure.cluster] ?? clusters.count,
      build: figure.build.map { builds[figure.cluster]?.builds.firstIndex(of: $0) ?? 0 } ?? -1,
      measure: figure.measure.order,
      component: figure.component,
    )
  }

  private func summary(of cluster: UsageCluster) -> UsageFigures.Cluster {
    let own = builds[cluster.name]
    return UsageFigures.Cluster(
      name: cluster.name,
      platform: cluster.platform,
      builds: (own?.builds ?? []).map { ($0, own?.steps(of: $0) ?? 0) }
        .map { UsageFigures.Run(build: $0.0, steps: $0.1) },
      nodes: nodes[cluster.name].flatMap { Statistics($0.present)?.mean },
      steps: covered[cluster.name]?.known ?? 0,
    )
  }

  /// What is not known, cluster by cluster.
  private var ownGaps: [UsageGap] {
    let unlisted = operators.subtracting(table.components.flatMap(\.clusterOperators))
    return clusters.flatMap(gaps)
      + (strangers.isEmpty ? [] : [.strangers(strangers.sorted())])
      + (unlisted.isEmpty ? [] : [.unlistedOperators(unlisted.sorted())])
  }

  private func gaps(of asked: UsageCluster) -> [UsageGap] {
    let cluster = asked.name
    let steps = covered[cluster]?.known ?? 0
    guard steps > 0 else {
      return [asked.isTold ? .silent(cluster: cluster) : .untold(cluster: cluster)]
    }
    let build = builds[cluster]
    var gaps: [UsageGap] = []
    if build?.builds.isEmpty ?? true { gaps.append(.versionUnknown(cluster: cluster)) }
    if let doubtful = build?.doubtful, doubtful > 0 {
      gaps.append(.betweenVersions(cluster: cluster, steps: doubtful))
    }
    if nodes[cluster]?.known ?? 0 == 0 { gaps.append(.nodesUnknown(cluster: cluster)) }
    let whole = Part(cluster: cluster, component: UsageComponent.whole)
    if pods[whole]?.known ?? 0 == 0 { gaps.append(.podsUnknown(cluster: cluster)) }
    if steps < window.count {
      gaps.append(.partial(cluster: cluster, steps: steps, of: window.count))
    }
    let missing = Measure.allCases.filter { !(measured[$0]?.contains(cluster) ?? false) }
    return gaps + missing.map { .unmeasured(cluster: cluster, $0) }
  }
}

/// In what order figures are told.
private struct FigureOrder: Comparable {
  let cluster: Int
  let build: Int
  let measure: Int
  let component: String

  static func < (left: Self, right: Self) -> Bool {
    let (mine, other) = (
      [left.cluster, left.build, left.measure], [right.cluster, right.build, right.measure],
    )
    return mine == other ? left.component < right.component : mine.lexicographicallyPrecedes(other)
  }
}
