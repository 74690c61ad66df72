import Fleet
import FoundationEssentials
import JSON
import Text
import Usage

extension UsageReport {
  /// The major number changes where a member gets another meaning or goes: docs/report.md promises that.
  private static var formatVersion: String { "\(ReadReport.majorVersion).0" }

  /// So many components have lines, for each measure; the whole cluster beside them.
  private static var lines: Int { 8 }

  /// The whole report: docs/schemas/usage-1.json describes it.
  ///
  /// - table: which components there are, and where they run.
  func json(_ table: ComponentTable) -> JSON {
    let platforms = platforms
    return [
      "format_version": .string(Self.formatVersion),
      "kind": .string(ReadReport.kind),
      "fedctl_version": .string(fedctlVersion),
      "fleet": .string(fleet),
      "window": figures.window.json,
      "scale": .string(figures.scale.rawValue),
      "measures": .array(
        figures.measures.map { ["name": .string($0.rawValue), "unit": .string($0.unit.rawValue)] }
      ),
      "queries": .array(figures.queries.map(\.json)),
      "clusters": .array(figures.clusters.map(\.json)),
      "components": .array(figures.components.map { Self.json($0, table) }),
      "figures": .array(figures.figures.map { $0.json(on: platforms[$0.cluster]) }),
      "lines": .array(toldLines.map(\.json)),
      "gaps": .array(
        figures.gaps.map { gap in
          [
            "code": .string(gap.code.rawValue), "cluster": .text(gap.cluster),
            "measure": .text(gap.measure?.rawValue), "message": .string(gap.words),
          ]
        }
      ),
      "baseline": baseline.map(\.json) ?? .null,
      "comparisons": .array(comparisons.map(\.json)),
    ]
  }

  /// By cluster.
  private var platforms: [String: Platform] {
    Dictionary(figures.clusters.map { ($0.name, $0.platform) }) { first, _ in first }
  }

  private static func json(_ component: String, _ table: ComponentTable) -> JSON {
    let places = table.components.filter { $0.name == component }.flatMap(\.places)
    return [
      "name": .string(component),
      "cluster_operators": .array(table.clusterOperators(of: component).map(JSON.string)),
      "places": .array(
        places.map { place in
          .string(place.namespace.text + (place.workload.map { "/\($0.text)" } ?? ""))
        }
      ),
    ]
  }

  /// Lines of what uses most of each measure, by measure, component and build.
  private var toldLines: [Line] {
    figures.measures.flatMap { measure in
      let own = figures.lines.filter { $0.measure == measure }
      let height = Dictionary(
        own.map { line in (line.component, line.points.map(\.value).max() ?? 0) },
        uniquingKeysWith: max,
      )
      let largest = height.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(Self.lines + 1).map(\.key)
      return largest.flatMap { component in
        own.filter { $0.component == component }.sorted { $0.build < $1.build }
      }
    }
  }
}

extension UsageWindow {
  /// With its ends as people and programs read times.
  var json: JSON {
    [
      "from": .string(time(from)), "to": .string(time(to)),
      "step_seconds": .integer(Int64(step)), "steps": .integer(Int64(count)),
    ]
  }

  private func time(_ seconds: Int) -> String {
    RFC3339.text(of: Date(timeIntervalSince1970: Double(seconds)))
  }
}

extension UsageQuery {
  fileprivate var json: JSON {
    [
      "subject": .string(subject.name), "expression": .string(expression),
      "series": .integer(Int64(series)),
    ]
  }
}

extension UsageFigures.Cluster {
  fileprivate var json: JSON {
    [
      "name": .string(name), "platform": .string(platform.rawValue),
      "builds": .array(
        builds.map { ["version": .string($0.build.version), "steps": .integer(Int64($0.steps))] }
      ),
      "nodes": .number(nodes), "steps": .integer(Int64(steps)),
    ]
  }
}

extension Figure {
  /// - platform: the cluster's, also where its version is not known.
  fileprivate func json(on platform: Platform?) -> JSON {
    [
      "cluster": .string(cluster), "platform": .text(platform?.rawValue),
      "version": .text(build?.version), "component": .string(component),
      "measure": .string(measure.rawValue), "whole": whole.json,
      "per_node": perNode.map(\.json) ?? .null, "per_pod": perPod.map(\.json) ?? .null,
    ]
  }
}

extension Statistics {
  fileprivate var json: JSON {
    [
      "mean": .double(mean), "median": .double(median), "p95": .double(p95), "max": .double(max),
      "steps": .integer(Int64(count)),
    ]
  }
}

extension ClusterSample {
  fileprivate var json: JSON {
    [
      "clusters": .integer(Int64(count)), "mean": .double(mean), "least": .double(least),
      "greatest": .double(greatest), "deviation": .number(deviation),
    ]
  }
}

extension Line {
  fileprivate var json: JSON {
    .object(
      JSONObject(
        build.members + [
          ("component", .string(component)), ("measure", .string(measure.rawValue)),
          ("points", points.json),
        ]
      )
    )
  }
}

extension [Line.Point] {
  /// Each as `[seconds since 1970, value, clusters]`.
  var json: JSON {
    .array(
      map { .array([.integer(Int64($0.time)), .double($0.value), .integer(Int64($0.clusters))]) }
    )
  }
}

extension Build {
  /// Its platform and version, as they stand among others.
  var members: [(String, JSON)] {
    [("platform", .string(platform.rawValue)), ("version", .string(version))]
  }

  var json: JSON { .object(JSONObject(members)) }
}

extension BaselineComparison {
  fileprivate var json: JSON {
    [
      "cluster": .string(cluster), "builds": .array(builds.map(\.json)),
      "rows": .array(
        rows.map { row in
          [
            "component": .string(row.component), "measure": .string(row.measure.rawValue),
            "build": row.build.map(\.json) ?? .null, "here": row.sample.json,
            "baseline": .double(row.baseline), "difference": .double(row.difference),
            "relative": .number(row.relative),
          ]
        }
      ),
      "unmatched": .array(unmatched.map(\.json)),
    ]
  }
}

extension BaselineComparison.Unmatched {
  fileprivate var json: JSON {
    let (isBaseline, build): (Bool, Build?) =
      switch side {
      case .baseline: (true, nil)
      case .build(let build): (false, build)
      }
    return [
      "component": .string(component), "measure": .string(measure.rawValue),
      "only_in_baseline": .bool(isBaseline), "build": build.map(\.json) ?? .null,
      "value": .double(value),
    ]
  }
}

extension BuildComparison {
  fileprivate var json: JSON {
    [
      "base": base.json, "other": other.json,
      "rows": .array(
        rows.map { row in
          [
            "component": .string(row.component), "measure": .string(row.measure.rawValue),
            "base": row.base.json, "other": row.other.json, "difference": .double(row.difference),
            "relative": .number(row.relative), "method": .string(row.test.method.rawValue),
            "low": .number(row.test.interval?.lowerBound),
            "high": .number(row.test.interval?.upperBound),
            "probability": .number(row.test.probability),
            "differs": row.isReal.map(JSON.bool) ?? .null,
          ]
        }
      ),
      "unmatched": .array(
        unmatched.map { item in
          [
            "component": .string(item.component), "measure": .string(item.measure.rawValue),
            "build": item.build.json, "value": .double(item.value),
          ]
        }
      ),
    ]
  }
}

extension JSON {
  /// null in place of what is not known.
  static func number(_ value: Double?) -> JSON { value.map(JSON.double) ?? .null }
}

extension UsageGap {
  /// Whose it is; nil for what is no single cluster's.
  fileprivate var cluster: String? {
    switch self {
    case .silent(let cluster), .untold(let cluster), .unmeasured(let cluster, _),
      .versionUnknown(let cluster),
      .nodesUnknown(let cluster), .podsUnknown(let cluster), .partial(let cluster, _, _),
      .betweenVersions(let cluster, _):
      cluster
    case .strangers, .sharedLabel, .warned, .unlistedOperators: nil
    }
  }

  /// What is not measured; nil where the gap is about something else.
  fileprivate var measure: Measure? {
    switch self {
    case .unmeasured(_, let measure), .warned(.measure(let measure), _): measure
    case .silent, .untold, .versionUnknown, .nodesUnknown, .podsUnknown, .partial, .betweenVersions,
      .strangers, .sharedLabel, .warned, .unlistedOperators:
      nil
    }
  }
}
