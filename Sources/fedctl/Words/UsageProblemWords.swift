import Diagnostics
import Facts
import Usage

extension UsageProblem {
  /// What is wrong, where, why, and what to do next.
  var diagnostic: Diagnostic {
    Diagnostic(.error, summary, detail: detail, remedy: remedy)
  }

  private var summary: String {
    switch self {
    case .windowShorterThanStep: "window too short"
    case .tooManySteps: "too many steps"
    case .noData: "no data"
    case .silentBaseline: "silent baseline"
    case .unknownVersion: "unknown version"
    case .unknownComponent: "unknown component"
    case .nothingToCompare: "nothing to compare"
    case .notAReport: "not a report"
    case .unknownFormat: "unknown format"
    case .otherFleet: "reports of two fleets"
    }
  }

  private var detail: String {
    switch self {
    case .windowShorterThanStep(let length, let step):
      "A window of \(UsageReportWords.duration(length)) has no whole step of \(UsageReportWords.duration(step))."
    case .tooManySteps(let count, let most, _):
      "The window has \(count) steps, and a querier gives \(most) at most for a series."
    case .noData(let from, let to, let queries):
      "\(Count(queries, "query", many: "queries")) brought nothing of any cluster of the fleet from "
        + "\(UsageReportWords.minute(from)) to \(UsageReportWords.minute(to)) UTC: either nothing has arrived, or the "
        + "querier has it under other values of the label `cluster`."
    case .silentBaseline(let cluster):
      "Nothing is known of the baseline `\(cluster)` in the window, so that nothing can be held against it."
    case .unknownVersion(let version, let known):
      "No cluster ran version `\(version)` in the window; those that were run are \(Sentence.and(known))."
    case .unknownComponent(let name, _):
      "Nothing in the window belongs to a component `\(name)`."
    case .nothingToCompare(let version):
      "Every cluster ran version `\(version)` for the whole window, and there is none to hold it against."
    case .notAReport(let file):
      "`\(file)` is not a report that `fedctl report -o json` has written."
    case .unknownFormat(let file, let version):
      "`\(file)` has format version `\(version)`, and this release reads \(ReadReport.majorVersion) alone."
    case .otherFleet(let file, let fleet, let first):
      "`\(file)` is about the fleet `\(fleet)`, and the first report about `\(first)`."
    }
  }

  private var remedy: String {
    switch self {
    case .windowShorterThanStep: "Choose a longer `--window`, or a finer `--resolution`."
    case .tooManySteps(_, _, let fitting):
      "Choose `--resolution \(UsageReportWords.duration(fitting))`, or leave it out."
    case .noData:
      "Choose another `--window` or `--until`, and see with `fedctl status` whether the fleet works."
    case .silentBaseline: "Choose another `--baseline` or another `--window`."
    case .unknownVersion, .nothingToCompare:
      "Choose a longer `--window` or, of builds that are gone, compare reports with `--history`."
    case .unknownComponent(_, let known):
      "Name one of \(Sentence.or(known)), or add it under `report.components`."
    case .notAReport, .unknownFormat: "Leave it out, or write it anew with `fedctl report -o json`."
    case .otherFleet: "Give reports of one fleet alone."
    }
  }
}
