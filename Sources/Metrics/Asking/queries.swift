package import FoundationEssentials
import Text

extension MetricsAPI {
  /// The value of each series of an expression at a moment; nil is the server's own now.
  ///
  /// A scalar is one sample without labels. Native histograms have no one value and are left out.
  /// `keepsCopies` has a Thanos querier tell each replica's series by itself, where it would make one of them.
  package func query(
    _ expression: String,
    at time: Date? = nil,
    keepsCopies: Bool = false,
  ) async throws(MetricsFailure) -> Answered<[Sample]> {
    var question = MetricsQuestion(path: "query", parameters: [("query", expression)])
    if let time { question.parameters.append(("time", Self.text(of: time))) }
    question.parameters += [timeout] + (keepsCopies ? [Self.copies] : [])
    return try await ask(question) { data throws(MetricsFlaw) in try [Sample](result: data) }
  }

  /// The values of each series of an expression at the beginning of a range and after each `step` seconds.
  package func query(
    _ expression: String,
    over range: ClosedRange<Date>,
    step: Double,
    keepsCopies: Bool = false,
  ) async throws(MetricsFailure) -> Answered<[Series]> {
    let question = MetricsQuestion(
      path: "query_range",
      parameters: [
        ("query", expression), ("start", Self.text(of: range.lowerBound)),
        ("end", Self.text(of: range.upperBound)), ("step", "\(step)"), timeout,
      ] + (keepsCopies ? [Self.copies] : []),
    )
    return try await ask(question) { data throws(MetricsFlaw) in try [Series](result: data) }
  }

  /// Thanos' own parameter; Prometheus passes over it, and has no other way than this.
  private static let copies = (name: "dedup", value: "false")

  /// What the server is told of our patience: a little less, so that its own words arrive.
  private var timeout: (name: String, value: String) {
    ("timeout", "\(max(1, limits.time.components.seconds - 2))s")
  }

  /// Seconds since 1970, to a millisecond.
  static func text(of time: Date) -> String {
    "\((time.timeIntervalSince1970 * 1_000).rounded() / 1_000)"
  }
}
