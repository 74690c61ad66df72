import Diagnostics
import Fleet
import FoundationEssentials
import Text
import Usage

/// What reports of resource use say around their figures.
enum UsageReportWords {
  static let unknown = "unknown"
  static let gaps = "Not known, and counted nowhere as zero"
  static let queries = "What was asked"
  static let query = "Query"
  static let method = "How figures came about"
  static let contents = "Contents"
  static let skip = "Skip to the figures"
  static let clusters = "Clusters"
  static let withinNoise = " (within noise)"
  static let onlyHere = "Not in the baseline"

  /// What only the baseline has.
  static func onlyBaseline(_ cluster: String) -> String { "Only in the baseline \(cluster)" }

  /// What only one of two builds has.
  static func only(_ build: Build) -> String { "Only in \(build.version)" }

  /// In place of rows that are left out.
  static func smaller(_ count: Int) -> String {
    "… and \(count) more with less; --full tells all"
  }

  /// What opens a table on a click.
  static func rows(_ count: Int) -> String { "\(Count(count, "row"))" }

  /// The first few, and how many more there are.
  static func list(_ items: [String], atMost limit: Int) -> String {
    Sentence.some(items, atMost: limit)
  }

  /// `2026-11-27 12:05`, in UTC.
  static func minute(_ time: Int) -> String {
    let text = RFC3339.text(of: Date(timeIntervalSince1970: Double(time)))
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  /// `5m`, `1h`, `7d`: the largest unit that is whole.
  static func duration(_ seconds: Int) -> String {
    let units = [(86_400, "d"), (3600, "h"), (60, "m")]
    let unit = units.first { seconds >= $0.0 && seconds.isMultiple(of: $0.0) }
    return unit.map { "\(seconds / $0.0)\($0.1)" } ?? "\(seconds)s"
  }
}

extension UsageReportWords {
  /// A measure with its unit, as a heading.
  static func title(of measure: Measure) -> String { "\(measure.noun) (\(measure.unit.words))" }

  /// The heading of every cluster's own figures.
  static func byCluster(_ measure: Measure) -> String { "By cluster: \(title(of: measure))" }

  /// The heading of a fleet beside its baseline.
  static func beside(_ cluster: String, _ measure: Measure, _ scale: Scale) -> String {
    "Beside the baseline \(cluster): \(measure.noun) (\(measure.unit.words)\(scale.suffix))"
  }

  /// The heading of a build beside another.
  static func against(
    _ comparison: BuildComparison,
    _ measure: Measure,
    _ scale: Scale,
  ) -> String {
    "\(comparison.other.version) against \(comparison.base.version): \(measure.noun) "
      + "(\(measure.unit.words)\(scale.suffix))"
  }

  /// Below bars.
  static func barTitle(_ measure: Measure) -> String {
    "\(title(of: measure)) of a cluster: the mean by component and build"
  }

  /// Below lines.
  static func lineTitle(_ component: String, _ measure: Measure, _ scale: Scale) -> String {
    "\(component): \(measure.noun) over time (\(measure.unit.words)\(scale.suffix))"
  }

  /// `OpenShift 4.16.3`.
  static func name(of build: Build) -> String { "\(build.platform.name) \(build.version)" }

  /// Of a difference between builds.
  static func verdict(_ row: BuildComparison.Row) -> String {
    guard let isReal = row.isReal, let interval = row.test.interval else { return "few" }
    return isReal ? "differs" : interval.contains(0) ? "noise" : "maybe"
  }
}

extension UsageReportWords {
  private static func text(_ title: String, _ width: Int) -> UsageTable.Column {
    UsageTable.Column(title: title, width: width, isNumber: false)
  }

  private static func number(_ title: String, _ width: Int) -> UsageTable.Column {
    UsageTable.Column(title: title, width: width)
  }

  private static let statistics = [
    number("mean", 8), number("median", 8), number("p95", 8), number("max", 8),
    number("per node", 8), number("per pod", 0),
  ]

  static let usageColumns =
    [text("component", 18), text("build", 10), number("n", 3)] + statistics

  static let figureColumns =
    [text("cluster", 10), text("component", 12), text("build", 9)] + statistics

  static let clusterColumns = [
    text("cluster", 18), text("platform", 10), text("builds", 14), number("nodes", 5),
    number("steps", 8), number("CPU", 8), number("memory", 8),
  ]

  static let baselineColumns = [
    text("component", 20), text("build", 10), number("n", 4), number("here", 9),
    number("baseline", 9), number("difference", 10), number("relative", 9),
  ]

  /// - comparison: whose versions stand above the values.
  static func comparisonColumns(_ comparison: BuildComparison) -> [UsageTable.Column] {
    [
      text("component", 16), number(comparison.base.version, 8), number("n", 2),
      number(comparison.other.version, 8), number("n", 2), number("difference", 10),
      number("relative", 8), number("95 %", 9), text("verdict", 7),
      number("spread of \(comparison.base.version)", 0),
      number("spread of \(comparison.other.version)", 0),
    ]
  }
}

extension Measure {
  /// What was measured.
  var noun: String {
    switch self {
    case .cpu: "CPU"
    case .memory: "Memory, working set"
    case .received: "Network, received"
    case .sent: "Network, sent"
    case .restarts: "Restarts of containers"
    case .disk: "Disk, containers' own layers"
    case .volumes: "Disk, volumes"
    case .series: "Series"
    }
  }
}

extension Measure.Unit {
  /// As it stands behind what was measured.
  var words: String {
    switch self {
    case .cores: "cores"
    case .bytes: "bytes"
    case .bytesPerSecond: "bytes a second"
    case .perDay: "a day"
    case .count: "number"
    }
  }
}

extension Scale {
  /// As it stands behind a unit.
  var suffix: String {
    switch self {
    case .cluster: ""
    case .node: " per node"
    case .pod: " per pod"
    }
  }
}

extension Platform {
  /// As people write it.
  var name: String {
    switch self {
    case .openshift: "OpenShift"
    case .kubernetes: "Kubernetes"
    }
  }
}
