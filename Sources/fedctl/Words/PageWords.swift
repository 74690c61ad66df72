import Apply
import JSON
import Operate
import Plan

/// What the page of a report says besides what is in the report.
struct PageWords {
  private let report: Report

  init(_ report: Report) { self.report = report }

  let changes = "What is done, alike clusters together"
  let action = "Action"
  let all = "all"
  let search = "Cluster or object"
  let matrix = "Which object is changed where"
  let withoutScript = "This page lays its report out with a script, which is switched off here."

  /// The fleet and the command.
  var title: String { "\(report.fleet ?? "fedctl"): \(report.command.rawValue)" }

  /// What has come of it, in one sentence.
  var verdict: String {
    if report.error != nil, !report.problems.isEmpty { return "It ended with an error." }
    if let outcome = report.outcome, let purpose = report.planned?.purpose {
      return String(outcome.words(of: purpose).prefix { $0 != "\n" })
    }
    if let status = report.status {
      return status.status.isReady ? "Everything is there and ready." : "Not everything is ready."
    }
    guard let planned = report.planned else { return "" }
    let sum = planned.clusters.plan.sum
    return planned.hasChanges
      ? "\(sum.whatAndWhere); \(sum.counts[.none] ?? 0) \(PlanWords.left(planned.purpose))."
      : "No changes."
  }

  /// What the page's script says of clusters and objects.
  var json: JSON {
    let actions = Action.allCases.map { ($0.rawValue, JSON.string($0.verb)) }
    return .object(
      JSONObject(
        actions + [
          ("none", "unchanged"), ("unknown", "not known"), ("bucket", "bucket"),
          ("object", "Object"), ("nothing", "Nothing is done here."),
          ("picture", "The fleet: the hub, its clusters and the bucket"),
        ]
      )
    )
  }
}
