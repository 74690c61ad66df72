package import Facts

/// Why a question to a Prometheus' or querier's API brought no answer.
package enum MetricsFailure: Error, Hashable, Sendable {
  /// The API server in between passed nothing on: it did not answer, there is no such Service, no pod stands
  /// behind it, or whoever asks has no right to `services/proxy`.
  case notThrough(KubernetesError)
  /// No answer came from the API's own address.
  case unanswered(TransportError)
  /// No success, told by a proxy, a login page or anybody else in front of the API; `said` is how its text begins.
  case refused(status: Int, said: String?, from: Answerer)
  /// The API itself says why it does not answer; `type` is its word for programs, as `bad_data` or `timeout`.
  case declined(type: String, said: String, status: Int)
  /// A success that is no answer to what was asked.
  case unreadable(MetricsFlaw, from: Answerer)
  /// The question has more bytes than every proxy lets pass; nothing was sent.
  case tooLong(bytes: Int, limit: Int)
}

/// What is wrong with a success.
package enum MetricsFlaw: Error, Hashable, Sendable {
  /// It is no JSON; how it begins, where it has any text.
  case notJSON(begins: String?)
  /// It has no `"status":"success"` with `data`.
  case noData
  /// Data of another kind than the question's answer has; `found` is the `resultType`, where it has one.
  case otherData(found: String?)
  /// A sample without labels, time or a value that is a number.
  case noSample
}

extension MetricsFailure: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case notThrough = "metrics.not-through"
    case unanswered = "metrics.unanswered"
    case refused = "metrics.refused"
    case declined = "metrics.declined"
    case unreadable = "metrics.unreadable"
    case tooLong = "metrics.question-too-long"
  }

  package var code: Code {
    switch self {
    case .notThrough: .notThrough
    case .unanswered: .unanswered
    case .refused: .refused
    case .declined: .declined
    case .unreadable: .unreadable
    case .tooLong: .tooLong
    }
  }
}

extension MetricsFailure {
  /// What the API server in between says, where it says anything.
  private var status: APIStatus? {
    if case .notThrough(let error) = self { error.status } else { nil }
  }

  /// The API server does not let whoever asks use its proxy.
  package var isForbidden: Bool { status?.isForbidden ?? false }
  /// There is no such Service.
  package var isOfMissingService: Bool { status?.isNotFound ?? false }
  /// The Service has no pod that is ready, or none that answers.
  package var isOfMissingPods: Bool { status?.code == 503 || status?.code == 502 }
}
