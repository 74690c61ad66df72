import Apply
import Diagnostics
import Kubernetes
import Objects
import Operate
import Plan

/// What doctor says around its findings.
enum DoctorWords {
  static let whole = "fleet"

  /// Before a finding.
  static func state(_ gravity: Gravity) -> String {
    switch gravity {
    case .well: "ok"
    case .untold: "not known"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The last line.
  static func sum(_ report: DoctorReport) -> String {
    let clusters = Count(report.places.count { $0.cluster != nil }, "cluster")
    let (errors, warnings) = (report.count(.error), report.count(.warning))
    let untold = report.count(.untold)
    let rest = untold > 0 ? "; \(untold) could not be told" : ""
    guard errors + warnings > 0 else { return "Nothing is wrong on \(clusters)\(rest)." }
    return "\(Count(errors, "error")), \(Count(warnings, "warning")) on \(clusters)\(rest)."
  }
}

extension Check {
  /// As it stands before what was found.
  var title: String {
    switch self {
    case .reach: "reach"
    case .identity: "identity"
    case .clock: "clock"
    case .rights: "rights"
    case .kinds: "kinds"
    case .storage: "storage"
    case .ingress: "ingress"
    case .supplies: "supplies"
    case .certificates: "certificates"
    case .tokens: "tokens"
    case .objects: "objects"
    case .egress: "egress"
    case .lock: "lock"
    case .bucket: "bucket"
    }
  }
}

extension Finding {
  /// What was found, on one line.
  var words: String {
    switch self {
    case .reach(let finding): finding.words
    case .clock(let finding): finding.words
    case .rights(let finding): finding.words
    case .supply(let finding): finding.words
    case .expiry(let finding): finding.words
    case .work(let finding): finding.words
    case .lock(let finding): finding.words
    case .bucket(let finding): finding.words
    }
  }

  /// What to do; there is something for each warning and error, and nil for all else.
  var remedy: String? {
    guard gravity > .untold else { return nil }
    return switch self {
    case .reach(let finding): finding.remedy
    case .clock(let finding): finding.remedy
    case .rights(let finding): finding.remedy
    case .supply(let finding): finding.remedy
    case .expiry(let finding): finding.remedy
    case .work(let finding): finding.remedy
    case .lock(let finding): finding.remedy
    case .bucket(let finding): finding.remedy
    }
  }

  /// The code of the fact that lies beneath; nil where the finding is the whole of it.
  var cause: String? {
    switch self {
    case .reach(.unknown(let reason)): reason.code.rawValue
    case .expiry(.certificateIsDue(_, let reason)): reason.code.rawValue
    case .work(.notReady(_, let reason, let cause)):
      cause?.code.rawValue ?? reason.code.rawValue
    case .lock(.untold(let refusal)): refusal.code.rawValue
    case .reach, .clock, .rights, .supply, .expiry, .work, .lock, .bucket: nil
    }
  }
}
