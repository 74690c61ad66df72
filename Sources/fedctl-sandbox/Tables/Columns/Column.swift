import FoundationEssentials
import JSON

/// A column of `kubectl get`.
struct Column: Sendable {
  let name: String
  /// As OpenAPI names types: `string`, `integer`, `boolean`, `date`.
  var type = "string"
  /// Columns above 0 are shown with `-o wide` alone.
  var priority: Int64 = 0
  /// What stands in the column for an object; null is shown as nothing.
  let cell: @Sendable (_ object: JSON) -> JSON

  /// A column that shows what stands at a path.
  init(_ name: String, type: String = "string", priority: Int64 = 0, _ path: String...) {
    let path = FieldPath(path.map(FieldPath.Step.key))
    self.init(name, type: type, priority: priority) { $0[path] ?? .null }
  }

  /// A column whose cell is worked out.
  init(
    _ name: String,
    type: String = "string",
    priority: Int64 = 0,
    cell: @escaping @Sendable (_ object: JSON) -> JSON,
  ) {
    self.name = name
    self.type = type
    self.priority = priority
    self.cell = cell
  }

  static let name = Column("Name", "metadata", "name")
  static let created = Column("Created At", "metadata", "creationTimestamp")
  /// How long the object has been there.
  static let age = Column("Age") { .string(elapsed(since: $0.metadata["creationTimestamp"])) }
}

/// How long ago a time was, in two units at most, as `3h20m`; `<unknown>` for no time.
func elapsed(since time: JSON?) -> String {
  guard let date = time?.date else { return "<unknown>" }
  return humanDuration(Int(Date.now.timeIntervalSince(date)))
}

/// A number of seconds in two units at most; what lies ahead by a little is now.
func humanDuration(_ seconds: Int) -> String {
  if seconds < -1 { return "<invalid>" }
  let seconds = max(0, seconds)
  let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400)
  return switch seconds {
  case ..<120: "\(seconds)s"
  case ..<600 where seconds % 60 > 0: "\(minutes)m\(seconds % 60)s"
  case ..<10_800: "\(minutes)m"
  case ..<28_800 where minutes % 60 > 0: "\(hours)h\(minutes % 60)m"
  case ..<172_800: "\(hours)h"
  case ..<691_200 where hours % 24 > 0: "\(days)d\(hours % 24)h"
  default: "\(days)d"
  }
}

extension JSON {
  /// A time as the API writes it; nil for what is none.
  var date: Date? { stringValue.flatMap { try? Date($0, strategy: .iso8601) } }
}
