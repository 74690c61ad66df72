import Apply
import Diagnostics
import Objects
import Operate
import Plan

/// What stands around the facts of a report.
enum ReportWords {
  static let failed = "It has failed."
  static let errors = "Errors"
  static let dangers = "Not to be overlooked"
  static let unknownClusters = "Clusters that are not known"
  static let failures = "Failed"
  static let warnings = "Warnings"
  static let clusters = "Clusters"

  /// In place of items that do not fit.
  static func more(_ count: Int) -> String { "… and \(count) more" }

  /// In place of lines that do not fit.
  static func moreLines(_ count: Int) -> String {
    "… \(Count(count, "more line")) left out for want of room"
  }

  /// In place of parts that do not fit.
  static func omitted(_ count: Int) -> String {
    "… \(Count(count, "more section")) left out for want of room; `-o json` has all."
  }

  /// What a plan comes to.
  static func sum(of planned: PlannedRun) -> String {
    let sum = planned.clusters.plan.sum
    let words = "\(sum.words(planned.purpose)), on \(Count(sum.clusters, "cluster"))"
    let whole = planned.isIncomplete ? "\(words); incomplete" : words
    return PlanWords.renewed(sum).map { "\(whole). \($0)" } ?? whole
  }

  /// How much of a fleet is ready.
  static func verdict(of report: StatusReport) -> String {
    let objects = report.status.clusters.values.flatMap { cluster -> [ObjectStatus] in
      if case .reached(let objects) = cluster { objects } else { [] }
    }
    return StatusWords.ready(objects.count(where: \.readiness.isReady), of: objects.count)
  }
}

extension Report {
  /// In one sentence what has come of it; empty where nothing has.
  var verdict: String {
    if !problems.isEmpty { return ReportWords.failed }
    if let outcome, let planned {
      // The first line has counts alone; what failed is told below.
      return String(outcome.words(of: planned).prefix { $0 != "\n" })
    }
    if let planned { return ReportWords.sum(of: planned) }
    return status.map(ReportWords.verdict) ?? ""
  }
}
