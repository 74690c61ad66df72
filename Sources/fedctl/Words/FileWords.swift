import Diagnostics
import Facts
import Operate

extension FileProblem {
  /// What was tried, what the system says, and what to do.
  var diagnostic: Diagnostic {
    Diagnostic(.error, summary, detail: detail, remedy: remedy)
  }

  /// The path, then the cause.
  private var detail: String {
    cause == .unmakable ? "`\(path)` cannot be made." : "`\(path)`: \(cause.words)"
  }

  /// By what was tried alone.
  private var summary: String {
    switch work {
    case .reading: "cannot read the file"
    case .writing: "cannot write the file"
    case .makingFolder: "cannot make the folder"
    }
  }

  /// By what the file is for: who names it can mend it.
  private var remedy: String? {
    switch role {
    case .fleetFile: fleetFileRemedy
    case .matchFile: "Name it in `collector.matchFile` as it is from the fleet file's folder."
    case .ruleFile: "Name it in `rules.files` as it is from the fleet file's folder."
    case .dashboard: "Name it in `hub.grafana.dashboards` as it is from the fleet file's folder."
    case .bundle: "Check `path`, which is relative to the fleet file's folder."
    case .bucketAuthority: "Name it in `bucket.caFile` as it is from the fleet file's folder."
    case .savedPlan: work == .reading ? "`fedctl plan --out` writes one." : "Check `--out`."
    case .report: "Check the options that name a file to write into."
    case .output: "Check `--output-dir`."
    case .usageReport:
      "`fedctl report -o json` writes one; name those that are there after `--history`."
    }
  }

  /// A fleet file is named on the command line, or not written yet.
  private var fleetFileRemedy: String? {
    switch cause {
    case .missing: "Run `fedctl init` to write one, or name it with `--file`."
    case .exists: "Use `--force` to overwrite it, or name another with `--file`."
    case .isFolder: "Name the file in it with `--file`."
    case .folderMissing, .forbidden, .unmakable, .other: nil
    }
  }
}

extension FileProblem.Cause {
  /// What the system says, as a sentence.
  var words: String {
    switch self {
    case .missing: "There is no such file."
    case .folderMissing: "The folder does not exist."
    case .isFolder: "It is a folder."
    case .forbidden: "The permission is missing."
    case .exists: "It exists already."
    case .unmakable: "It cannot be made."
    case .other(let words): "\(words)."
    }
  }
}
