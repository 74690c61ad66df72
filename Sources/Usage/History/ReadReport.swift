import Fleet
package import JSON
import Text

/// A report that was written as JSON, as far as a trend needs it.
package struct ReadReport: Hashable, Sendable {
  /// As the person named it.
  package let file: String
  package let fleet: String
  /// Without lines, gaps and queries.
  package let figures: UsageFigures

  /// The kind that reports of resource use have, and the major version of their form.
  package static let kind = "fedctl.usage"
  package static let majorVersion = "1"

  /// - Throws: where it is no such report, or of a form that this release does not read.
  package init(_ json: JSON, file: String) throws(UsageProblem) {
    guard json["kind"]?.stringValue == Self.kind else { throw .notAReport(file: file) }
    let version = json["format_version"]?.stringValue ?? ""
    guard version.split(separator: ".").first.map(String.init) == Self.majorVersion else {
      throw .unknownFormat(file: file, version: version)
    }
    guard let fleet = json["fleet"]?.stringValue, let figures = UsageFigures(reading: json) else {
      throw .notAReport(file: file)
    }
    self.file = file
    self.fleet = fleet
    self.figures = figures
  }
}

extension UsageFigures {
  /// nil where a member is missing or of another type.
  fileprivate init?(reading json: JSON) {
    guard let window = json["window"].flatMap(UsageWindow.init(reading:)),
      let scale = json["scale"]?.stringValue.flatMap(Scale.init),
      let clusters = json["clusters"]?.arrayValue?.map(Cluster.init(reading:)),
      let figures = json["figures"]?.arrayValue?.map(Figure.init(reading:)),
      !clusters.contains(nil), !figures.contains(nil)
    else { return nil }
    self.init(
      window: window,
      scale: scale,
      clusters: clusters.compactMap(\.self),
      figures: figures.compactMap(\.self),
      lines: [],
      gaps: [],
      queries: [],
    )
  }
}

extension UsageWindow {
  fileprivate init?(reading json: JSON) {
    guard let from = json["from"]?.stringValue.flatMap({ RFC3339.seconds($0) }),
      let step = json["step_seconds"]?.integerValue, step > 0,
      let count = json["steps"]?.integerValue, (1...Int64(Self.mostSteps)).contains(count),
      step <= 366 * 86_400
    else { return nil }
    self.init(from: from, step: Int(step), count: Int(count))
  }
}

extension UsageFigures.Cluster {
  fileprivate init?(reading json: JSON) {
    guard let name = json["name"]?.stringValue,
      let platform = json["platform"]?.stringValue.flatMap(Platform.init),
      let runs = json["builds"]?.arrayValue, let steps = json["steps"]?.integerValue
    else { return nil }
    self.init(
      name: name,
      platform: platform,
      builds: runs.compactMap { run in
        guard let version = run["version"]?.stringValue else { return nil }
        let build = Build(platform: platform, version: version)
        return UsageFigures.Run(build: build, steps: Int(run["steps"]?.integerValue ?? 0))
      },
      nodes: json["nodes"]?.realValue,
      steps: Int(steps),
    )
  }
}

extension Figure {
  fileprivate init?(reading json: JSON) {
    guard let cluster = json["cluster"]?.stringValue,
      let component = json["component"]?.stringValue,
      let platform = json["platform"]?.stringValue.flatMap(Platform.init),
      let measure = json["measure"]?.stringValue.flatMap(Measure.init),
      let whole = json["whole"].flatMap(Statistics.init(reading:))
    else { return nil }
    self.init(
      cluster: cluster,
      build: json["version"]?.stringValue.map { Build(platform: platform, version: $0) },
      component: component,
      measure: measure,
      whole: whole,
      perNode: json["per_node"].flatMap(Statistics.init(reading:)),
      perPod: json["per_pod"].flatMap(Statistics.init(reading:)),
    )
  }
}

extension Statistics {
  fileprivate init?(reading json: JSON) {
    guard let mean = json["mean"]?.realValue, let median = json["median"]?.realValue,
      let p95 = json["p95"]?.realValue, let max = json["max"]?.realValue,
      let count = json["steps"]?.integerValue, (1...Int64(UsageWindow.mostSteps)).contains(count)
    else { return nil }
    self.init(mean: mean, median: median, p95: p95, max: max, count: Int(count))
  }
}

extension JSON {
  /// A number, whole or not; nil for anything else.
  fileprivate var realValue: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .double(let number): number
    case .null, .bool, .string, .array, .object: nil
    }
  }
}
