import Fleet
import FoundationEssentials
import JSON
import ObjectStore
import Operate
import Text

extension VerifyReport {
  /// As docs/schemas/report-1.json describes it under `verify`.
  var json: JSON {
    let counts = Gravity.allCases.map { ($0.state, JSON.integer(Int64(count($0)))) }
    return [
      "sound": .bool(isSound),
      "asked": .string(source.words),
      "at": .string(RFC3339.text(of: moment)),
      "questions": .integer(Int64(questions)),
      "counts": .object(JSONObject(counts)),
      "clusters": .array(clusters.map { $0.json(at: moment) }),
      "hub": .array(hub.map(\.json)),
      "bucket": blocks?.json(at: moment) ?? .null,
    ]
  }

  /// A case for each cluster and one for the hub; what only warns has passed.
  var cases: [ReportJUnit.Case] {
    [ReportJUnit.Case(cluster: "", name: VerifyWords.hub, verdict: hub.verdict)]
      + clusters.map {
        ReportJUnit.Case(cluster: $0.cluster, name: "metrics", verdict: $0.findings.verdict)
      }
  }
}

extension ClusterVerdict {
  /// - `moment`: by the hub's clock.
  fileprivate func json(at moment: Date) -> JSON {
    let age = newest.map { Int64(moment.timeIntervalSince($0).rounded()) }
    return [
      "name": .string(cluster),
      "labels": .object(JSONObject(labels.map { ($0.name, .string($0.value)) })),
      "state": .string(gravity.state),
      "newest": .text(newest.map { RFC3339.text(of: $0) }),
      "age_seconds": age.map(JSON.integer) ?? .null,
      "series": series.map { .integer(Int64($0)) } ?? .null,
      "receive": receive?.json ?? .null,
      "newest_block": block?.json(at: moment) ?? .null,
      "findings": .array(findings.map(\.json)),
    ]
  }
}

extension NewestBlocks {
  /// The newest of all, whosever it is.
  fileprivate func json(at moment: Date) -> JSON {
    let newest = blocks.values.max { ($0.end, $0.name) < ($1.end, $1.name) }
    return [
      "blocks_read": .integer(Int64(read)), "since": .string(RFC3339.text(of: since)),
      "complete": .bool(!isCut), "newest_block": newest?.json(at: moment) ?? .null,
    ]
  }
}

extension StoredBlock {
  /// - `moment`: by the hub's clock.
  fileprivate func json(at moment: Date) -> JSON {
    [
      "id": .string(name), "ends": .string(RFC3339.text(of: end)),
      "age_seconds": .integer(Int64(moment.timeIntervalSince(end).rounded())),
    ]
  }
}

extension ReceiveFigures {
  fileprivate var json: JSON {
    let refused = refused.sorted { $0.key < $1.key }.map {
      ("\($0.key)", JSON.integer(Int64($0.value)))
    }
    return [
      "series": .integer(Int64(series)), "samples": .integer(Int64(samples)),
      "refused": .object(JSONObject(refused)),
    ]
  }
}

extension VerifyFinding {
  fileprivate var json: JSON {
    [
      "code": .string(code), "state": .string(gravity.state), "message": .string(words),
      "remedy": .text(remedy),
    ]
  }
}

extension [VerifyFinding] {
  /// All errors of one place are one failure, told by the first of them.
  fileprivate var verdict: ReportJUnit.Case.Verdict {
    let wrong = filter { $0.gravity == .error }
    guard let first = wrong.first else {
      return first?.gravity == .untold ? .skipped : .passed
    }
    let told = wrong.flatMap { [$0.words, $0.remedy].compactMap(\.self) }
    return .failed(ToldFact(code: first.code, told.joined(separator: "\n")))
  }
}
