package import FoundationEssentials
import JSON
import Text

/// Something that a Prometheus scrapes.
package struct ScrapeTarget: Hashable, Sendable {
  /// The job or monitor that it belongs to, as Prometheus names it.
  package let pool: String
  /// As its series have them.
  package let labels: Labels
  /// Whether the last scrape brought anything; nil before the first.
  package let isUp: Bool?
  /// Why the last scrape brought nothing, in Prometheus' words; nil where it did.
  package let error: String?
  /// When it was scraped last; nil before the first time.
  package let scraped: Date?

  /// Reads one of the `activeTargets`.
  init(reading item: JSON) {
    pool = item["scrapePool"]?.stringValue ?? ""
    labels = item["labels"].flatMap { try? Labels(reading: $0) } ?? [:]
    isUp =
      switch item["health"] {
      case "up": true
      case "down": false
      default: nil
      }
    error = item["lastError"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
    // Go's zero time is that of year 1.
    scraped = item["lastScrape"]?.stringValue.flatMap { RFC3339.date($0) }
      .flatMap { $0.timeIntervalSince1970 > 0 ? $0 : nil }
  }
}
