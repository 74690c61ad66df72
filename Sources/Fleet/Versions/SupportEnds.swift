package import Text

/// A program whose minor releases are mended up to a day that its makers have named.
///
/// Thanos, prometheus-operator and the exporters are not here: of those the newest minor release alone is mended.
package enum DatedProgram: String, Hashable, Sendable, CaseIterable {
  case prometheus
  case grafana

  /// As `https://prometheus.io/docs/introduction/release-cycle/` has them, by way of
  /// prometheus/docs:docs/introduction/release-cycle.md.
  private static let prometheusEnds: [SupportEnd] = [
    SupportEnd(2, 45, "2024-07-31"),
    SupportEnd(2, 53, "2025-07-31"),
    SupportEnd(3, 5, "2026-07-31"),
    SupportEnd(3, 12, "2026-07-09"),
    SupportEnd(3, 13, "2027-07-31"),
    SupportEnd(3, 14, "2026-09-30"),
  ]

  /// Security fixes for nine months, and for fifteen of a major version's last minor release:
  /// endoflife-date/endoflife.date:products/grafana.md.
  private static let grafanaEnds: [SupportEnd] = [
    SupportEnd(11, 6, "2026-06-25"),
    SupportEnd(12, 0, "2026-02-05"),
    SupportEnd(12, 1, "2026-04-22"),
    SupportEnd(12, 2, "2026-06-23"),
    SupportEnd(12, 3, "2026-08-19"),
    SupportEnd(12, 4, "2027-05-24"),
    SupportEnd(13, 0, "2027-01-09"),
    SupportEnd(13, 1, "2027-03-20"),
    SupportEnd(13, 2, "2027-05-18"),
  ]

  /// Oldest first; minor releases of Prometheus that are not listed were mended for six weeks.
  var ends: [SupportEnd] {
    switch self {
    case .prometheus: Self.prometheusEnds
    case .grafana: Self.grafanaEnds
    }
  }
}

/// Until when a minor release is mended.
struct SupportEnd: Hashable, Sendable {
  let major: Int
  let minor: Int
  /// The last day with fixes; nil where the text of the table is no day, which a test rules out.
  let lastDay: CivilDay?

  init(_ major: Int, _ minor: Int, _ lastDay: String) {
    self.major = major
    self.minor = minor
    self.lastDay = CivilDay(lastDay)
  }
}

/// That a release gets no fixes any more.
package struct EndedSupport: Hashable, Sendable {
  /// Which program it is of.
  package let program: DatedProgram
  /// The release that is asked for.
  package let version: Version
  /// Its last day with fixes; nil for one that ended without a day of its own.
  package let lastDay: CivilDay?

  /// nil for a release that is still mended on that day, or that is newer than the table.
  package init?(_ program: DatedProgram, _ version: Version, on today: CivilDay) {
    let line = program.ends.first { ($0.major, $0.minor) == (version.major, version.minor) }
    let isOlder = program.ends.last.map { (version.major, version.minor) < ($0.major, $0.minor) }
    guard line?.lastDay.map({ $0 < today }) ?? (isOlder ?? false) else { return nil }
    self.program = program
    self.version = version
    lastDay = line?.lastDay
  }
}
