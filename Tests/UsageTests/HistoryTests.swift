import Fleet
import JSON
import Testing

@testable import Usage

/// From reports to a trend.
struct HistoryTests {
  /// A report as it is written, of one cluster with one figure.
  private static func report(to end: Int, version: String, mean: Double, fleet: String = "f")
    -> JSON
  {
    let statistics: JSON = [
      "mean": .double(mean), "median": 1, "p95": 1, "max": 1, "steps": 12,
    ]
    let from = "1970-01-01T0\(end - 1):00:00Z"
    return [
      "format_version": "1.0", "kind": "fedctl.usage", "fleet": .string(fleet), "scale": "node",
      "window": ["from": .string(from), "step_seconds": 300, "steps": 12],
      "clusters": [
        [
          "name": "a", "platform": "openshift", "nodes": 2, "steps": 12,
          "builds": [["version": .string(version), "steps": 12]],
        ]
      ],
      "figures": [
        [
          "cluster": "a", "platform": "openshift", "version": .string(version), "component": "etcd",
          "measure": "cpu", "whole": statistics, "per_node": statistics, "per_pod": .null,
        ]
      ],
    ]
  }

  @Test func `reports of builds one after the other are one line of the platform`() throws {
    let read = try [
      ReadReport(Self.report(to: 3, version: "4.17.0", mean: 3), file: "c"),
      ReadReport(Self.report(to: 1, version: "4.16.0", mean: 1), file: "a"),
      ReadReport(Self.report(to: 2, version: "4.16.0", mean: 2), file: "b"),
    ]
    let history = try UsageHistory(read, scale: .node)
    #expect(history.reports.map(\.file) == ["a", "b", "c"])
    let all = try #require(history.lines.first { $0.build == nil })
    #expect(
      all.points.map(\.value) == [1, 2, 3] && all.points.map(\.time) == [3600, 7200, 10_800]
    )
    #expect(all.difference == 2 && all.relative == 2)
    let old = try #require(history.lines.first { $0.build?.version == "4.16.0" })
    #expect(old.points.map(\.value) == [1, 2])
    // By pod nothing was known.
    #expect(try UsageHistory(read, scale: .pod).lines.isEmpty)
  }

  @Test func `what is no report is refused, with its file`() throws {
    #expect(throws: UsageProblem.notAReport(file: "x")) {
      try ReadReport(["kind": "Fleet"], file: "x")
    }
    #expect(throws: UsageProblem.unknownFormat(file: "x", version: "2.0")) {
      try ReadReport(["kind": "fedctl.usage", "format_version": "2.0"], file: "x")
    }
    #expect(throws: UsageProblem.notAReport(file: "x")) {
      var report = Self.report(to: 1, version: "1", mean: 1).objectValue ?? [:]
      report["window"] = ["from": "yesterday", "step_seconds": 300, "steps": 12]
      _ = try ReadReport(.object(report), file: "x")
    }
    let (mine, other) = try (
      ReadReport(Self.report(to: 1, version: "1", mean: 1), file: "a"),
      ReadReport(Self.report(to: 2, version: "1", mean: 1, fleet: "g"), file: "b"),
    )
    #expect(throws: UsageProblem.otherFleet(file: "b", fleet: "g", first: "f")) {
      try UsageHistory([mine, other], scale: .node)
    }
  }
}
