import FoundationEssentials
import JSON

/// What a block's `meta.json` says of it, as in thanos-io/thanos:pkg/block/metadata/meta.go.
struct BlockDescription: Hashable, Sendable {
  /// Thanos' word for who made it, as `receive` or `compactor`; empty where it says none.
  let source: String
  /// Its external labels.
  let labels: [String: String]
  /// Behind its last sample; nil where it says none.
  let end: Date?

  /// What cannot be read says nothing.
  init(parsing bytes: [UInt8]) {
    let json = try? JSON(parsing: bytes)
    let thanos = json?["thanos"]
    source = thanos?["source"]?.stringValue ?? ""
    labels = Dictionary(
      (thanos?["labels"]?.objectValue ?? [:]).map { ($0.key, $0.value.stringValue ?? "") },
      uniquingKeysWith: { $1 },
    )
    end = json?["maxTime"]?.integerValue.flatMap { milliseconds in
      Self.times.contains(milliseconds)
        ? Date(timeIntervalSince1970: Double(milliseconds) / 1_000) : nil
    }
  }

  /// Milliseconds since 1970, to the end of the year 9999; no other is a time.
  private static let times: ClosedRange<Int64> = 0...253_402_300_799_999
}
