import JSON
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
