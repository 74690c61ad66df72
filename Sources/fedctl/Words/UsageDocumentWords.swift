import Diagnostics
import Usage

extension UsageDocument {
  /// A report; `isWhole` where every component is told, and else `enough` of them.
  init(_ report: UsageReport, isWhole: Bool, enough: Int, tellsQueries: Bool) {
    let figures = report.figures
    self.init(
      title: "Fleet \(report.fleet): what components use",
      facts: [figures.window.words] + figures.buildWords,
      tables: UsageTables(report: report, isWhole: isWhole, enough: enough).all,
      gaps: figures.gaps.words,
      method: report.method,
      queries: tellsQueries
        ? figures.queries.map {
          Query(
            name: "\($0.subject.words) (\(Count($0.series, "series", many: "series")))",
            expression: $0.expression,
          )
        } : [],
    )
  }
}

extension UsageWindow {
  /// From when to when, and how finely.
  fileprivate var words: String {
    "From \(UsageReportWords.minute(from)) to \(UsageReportWords.minute(to)) UTC, in \(Count(count, "step")) of "
      + UsageReportWords.duration(step)
  }
}

extension UsageFigures {
  /// A line for each build: how many clusters ran it, and how many nodes these have.
  fileprivate var buildWords: [String] {
    builds.map { build in
      let own = clusters.filter { $0.builds.contains { $0.build == build } }
      let nodes = ClusterSample(own.compactMap(\.nodes)).map { sample in
        ", \(Amount.count(sample.mean)) \(sample.mean == 1 ? "node" : "nodes")"
          + (own.count > 1 ? " each on the mean" : "")
      }
      return "\(UsageReportWords.name(of: build)): \(Count(own.count, "cluster"))\(nodes ?? "")"
    }
  }
}

extension UsageReport {
  /// How figures came about, and what may be concluded from them.
  fileprivate var method: [String] {
    [
      """
      A component's use is added up over its pods at each step; mean, median, 95th percentile and maximum are those of \
      the steps. In a row of n clusters they are the means of the clusters' own, and the largest maximum.
      """,
      """
      Per node is each step's value by the nodes that the cluster had then, per pod by the pods that the component \
      had; differences are told \(figures.scale.clause), so that clusters of different sizes can be compared.
      """,
    ]
      + (comparisons.isEmpty
        ? []
        : [
          """
          Of builds each cluster's mean is one observation. Where the same clusters ran both builds, each is held \
          against itself (paired t); else the groups are compared by Welch's t. `95 %` is how far the true difference \
          may lie to either side. A difference is told as one only where it holds although so many were looked for \
          (Holm, 5 % in all): `differs`. `maybe` would do by itself, and one in twenty does by chance; with fewer than \
          two clusters on a side (`few`) nothing can be told from noise.
          """
        ])
  }
}

extension Scale {
  /// How differences are told.
  var clause: String {
    switch self {
    case .cluster: "of whole clusters"
    case .node: "per node"
    case .pod: "per pod"
    }
  }
}

extension UsageQuery.Subject {
  /// What was asked for.
  var words: String {
    switch self {
    case .version: "Versions"
    case .operators: "ClusterOperators"
    case .nodes: "Nodes"
    case .pods: "Pods"
    case .measure(let measure): measure.noun
    }
  }
}
