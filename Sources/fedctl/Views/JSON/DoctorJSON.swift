import JSON
import Operate
import Plan

extension DoctorReport {
  /// As docs/schemas/report-1.json describes it under `doctor`.
  var json: JSON {
    let counts = Gravity.allCases.map { ($0.state, JSON.integer(Int64(count($0)))) }
    return [
      "sound": .bool(isSound),
      "counts": .object(JSONObject(counts)),
      "places": .array(places.map(\.json)),
    ]
  }

  /// A case for each check of each place; what only warns has passed.
  var cases: [ReportJUnit.Case] {
    places.flatMap { place in
      place.results.map { result in
        ReportJUnit.Case(
          cluster: place.cluster ?? "",
          name: result.check.rawValue,
          verdict: result.verdict,
        )
      }
    }
  }
}

extension Diagnosis {
  fileprivate var json: JSON {
    [
      "cluster": .text(cluster),
      "context": .text(identity?.context),
      "server": .text(identity?.server),
      "uid": .text(identity?.uid),
      "checks": .array(results.map(\.json)),
    ]
  }
}

extension CheckResult {
  fileprivate var json: JSON {
    [
      "check": .string(check.rawValue), "state": .string(gravity.state),
      "findings": .array(findings.map(\.json)),
    ]
  }

  /// All errors of one check are one failure, told by the first of them.
  fileprivate var verdict: ReportJUnit.Case.Verdict {
    let wrong = findings.filter { $0.gravity == .error }
    guard let first = wrong.first else { return gravity == .untold ? .skipped : .passed }
    let told = wrong.flatMap { [$0.words, $0.remedy].compactMap(\.self) }
    return .failed(ToldFact(code: first.code, told.joined(separator: "\n")))
  }
}

extension Finding {
  fileprivate var json: JSON {
    [
      "code": .string(code), "state": .string(gravity.state), "message": .string(words),
      "remedy": .text(remedy), "cause": .text(cause),
    ]
  }
}

extension Gravity {
  /// As programs read it.
  var state: String {
    switch self {
    case .well: "ok"
    case .untold: "unknown"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
