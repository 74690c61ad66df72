/// What of a component's use is told.
///
/// All that is asked for in one query each, whatever the number of clusters.
package enum Measure: String, CaseIterable, Hashable, Sendable {
  /// In cores.
  case cpu
  /// The working set, in bytes: what the kernel cannot take back, as eviction counts it.
  case memory
  /// In bytes a second, by pods with a network of their own.
  case received
  /// The same.
  case sent
  /// Of containers, a day.
  case restarts
  /// What containers have written into their own layers and logs, in bytes.
  case disk
  /// What is used of claims on volumes, in bytes.
  case volumes
  /// That the component's targets give to Prometheus.
  case series

  /// In what it is told.
  package var unit: Unit {
    switch self {
    case .cpu: .cores
    case .memory, .disk, .volumes: .bytes
    case .received, .sent: .bytesPerSecond
    case .restarts: .perDay
    case .series: .count
    }
  }

  /// Its place among all of them.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// In what a measure is told.
  package enum Unit: String, Hashable, Sendable {
    case cores
    case bytes
    case bytesPerSecond = "bytes_per_second"
    case perDay = "per_day"
    case count
  }
}
