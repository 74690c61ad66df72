package import FoundationEssentials
import JSON

/// A store that a Thanos querier asks.
package struct StoreEndpoint: Hashable, Sendable {
  /// What it is, as `sidecar`, `receive`, `store` or `rule`.
  package let kind: String
  /// Its address, as the querier knows it.
  package let name: String
  /// The external labels of what it has: a set for each replica, tenant or cluster.
  package let labelSets: [Labels]
  /// From when it has data; nil where it does not say.
  package let oldest: Date?
  /// Until when it has data; nil where there is no end, as for what still writes.
  package let newest: Date?
  /// Why the querier could not ask it, in its own words; nil where it could.
  package let error: String?

  /// Reads one of the entries that `/api/v1/stores` has under a kind.
  init(reading item: JSON, kind: String) {
    self.kind = kind
    name = item["name"]?.stringValue ?? ""
    labelSets = (item["labelSets"]?.arrayValue ?? []).compactMap { set in
      // Older queriers tell a list of pairs under `labels`.
      if let pairs = set["labels"]?.arrayValue {
        return Labels(
          pairs.compactMap { pair in
            guard let name = pair["name"]?.stringValue else { return nil }
            return (name, pair["value"]?.stringValue ?? "")
          },
          uniquingKeysWith: { $1 },
        )
      }
      return try? Labels(reading: set)
    }
    oldest = item["minTime"]?.milliseconds
    newest = item["maxTime"]?.milliseconds
    error = item["lastError"].flatMap { $0 == .null ? nil : $0.stringValue ?? $0.text() }
  }
}
