import Diagnostics
import Facts
import Metrics

extension MetricsFailure {
  /// Why a question about metrics brought no answer.
  var words: String {
    switch self {
    case .notThrough(let error): error.words
    case .unanswered(let error): error.words
    case .refused(let status, let said, let answerer):
      "HTTP status \(status): \(Printable.text(said ?? "no explanation"))\(Optional(answerer).clause)"
    case .declined(let type, let said, let status):
      "it answers \(Printable.text([type, said].filter { !$0.isEmpty }.joined(separator: ": "))) (\(status))"
    case .unreadable(let flaw, let answerer):
      "the answer is not what Prometheus gives: \(flaw.words)\(Optional(answerer).clause)"
    case .tooLong(let bytes, let limit):
      "the question has \(bytes) bytes, and no more than \(limit) pass every proxy"
    }
  }

  /// What to do next, where it is not plain.
  var remedy: String? {
    switch self {
    case .notThrough(let error): error.remedy
    case .unanswered: "Run it again once the address can be reached."
    case .refused, .declined, .unreadable, .tooLong: nil
    }
  }
}

extension MetricsFlaw {
  /// As it follows what the answer should have been.
  fileprivate var words: String {
    switch self {
    case .notJSON(let beginning?): "it begins with `\(Printable.text(beginning))`"
    case .notJSON(nil): "there is nothing in it"
    case .noData: "it says neither success nor failure"
    case .otherData(let found?): "it is a \(Printable.text(found))"
    case .otherData(nil): "its data is of another kind"
    case .noSample: "a sample without labels, time or value"
    }
  }
}
