package import FoundationEssentials
import JSON

/// What a Prometheus tells of the part of its database that is in memory: the last two to three hours.
package struct DatabaseStatus: Hashable, Sendable {
  /// A name with the number of series that have it.
  package struct Share: Hashable, Sendable {
    /// A family, or a pair as `job=node`.
    package let name: String
    /// Series.
    package let count: Int
  }

  /// Series that it holds.
  package let seriesCount: Int
  /// The time of its oldest sample; nil where it has none.
  package let oldest: Date?
  /// The time of its newest sample; nil where it has none.
  package let newest: Date?
  /// The families with the most series, the largest first: ten of them.
  package let families: [Share]

  /// Reads the `data` of `/api/v1/status/tsdb`.
  init(reading data: JSON) throws(MetricsFlaw) {
    guard let head = data["headStats"], let count = head["numSeries"]?.number else {
      throw .otherData(found: nil)
    }
    seriesCount = Int(count)
    oldest = head["minTime"]?.milliseconds
    newest = head["maxTime"]?.milliseconds
    families = (data["seriesCountByMetricName"]?.arrayValue ?? []).compactMap { item in
      guard let name = item["name"]?.stringValue, let count = item["value"]?.number else {
        return nil
      }
      return Share(name: name, count: Int(count))
    }
  }
}
