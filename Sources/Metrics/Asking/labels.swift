package import FoundationEssentials
import JSON

extension MetricsAPI {
  /// The labels of every series that one of the selectors matches and that has samples in a range.
  ///
  /// `limit` bounds how many are told, where the server knows such a bound; an older one tells all.
  package func series(
    matching selectors: [String],
    over range: ClosedRange<Date>? = nil,
    limit: Int? = nil,
  ) async throws(MetricsFailure) -> Answered<[Labels]> {
    let question = MetricsQuestion(
      path: "series",
      parameters: Self.parameters(selectors, range, limit),
    )
    return try await ask(question) { data throws(MetricsFlaw) in
      guard let items = data.arrayValue else { throw .otherData(found: nil) }
      return try items.map { item throws(MetricsFlaw) in try Labels(reading: item) }
    }
  }

  /// The values that a label has, in their order; of all series where there is no selector.
  package func values(
    of label: String,
    matching selectors: [String] = [],
    over range: ClosedRange<Date>? = nil,
    limit: Int? = nil,
  ) async throws(MetricsFailure) -> Answered<[String]> {
    let question = MetricsQuestion(
      path: "label/\(label)/values",
      parameters: Self.parameters(selectors, range, limit),
    )
    return try await ask(question) { data throws(MetricsFlaw) in
      // A server without any writes null.
      guard let items = data == .null ? [] : data.arrayValue else { throw .otherData(found: nil) }
      return items.compactMap(\.stringValue)
    }
  }

  private static func parameters(
    _ selectors: [String],
    _ range: ClosedRange<Date>?,
    _ limit: Int?,
  ) -> [(name: String, value: String)] {
    var all = selectors.map { (name: "match[]", value: $0) }
    if let range {
      all += [("start", text(of: range.lowerBound)), ("end", text(of: range.upperBound))]
    }
    if let limit { all.append(("limit", "\(limit)")) }
    return all
  }
}
