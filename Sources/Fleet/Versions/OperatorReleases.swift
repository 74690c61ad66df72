/// What a release of prometheus-operator runs.
///
/// Source of every line: prometheus-operator/prometheus-operator:pkg/operator/defaults.go at its tag.
/// The check that refuses a major version is in pkg/prometheus/statefulset.go up to 0.76 and in
/// pkg/prometheus/promcfg.go from 0.77. There is no such check of a Thanos sidecar, nor of a minor version.
package struct OperatorRelease: Hashable, Sendable {
  /// The first release of its minor version that has the line.
  let version: Version
  /// The newest Prometheus that the operator's own tests deploy; what is newer may run all the same.
  let testedPrometheus: Version
  /// The Thanos sidecar that it takes where none is named.
  let thanos: Version

  private init(_ version: Version, _ testedPrometheus: Version, _ thanos: Version) {
    self.version = version
    self.testedPrometheus = testedPrometheus
    self.thanos = thanos
  }

  /// Oldest first; 0.87 is run with Prometheus 3.12 and Thanos 0.41, and 0.70 with Prometheus 2.55.1; the
  /// others are read.
  static let known: [OperatorRelease] = [
    Self(Version(0, 50), Version(2, 29, 1), Version(0, 22)),
    Self(Version(0, 52), Version(2, 31), Version(0, 23, 1)),
    Self(Version(0, 54), Version(2, 32, 1), Version(0, 24)),
    Self(Version(0, 56), Version(2, 35), Version(0, 25, 2)),
    Self(Version(0, 58), Version(2, 37), Version(0, 27)),
    Self(Version(0, 60), Version(2, 39), Version(0, 28)),
    Self(Version(0, 62), Version(2, 41), Version(0, 30, 1)),
    Self(Version(0, 65), Version(2, 43), Version(0, 31)),
    Self(Version(0, 67), Version(2, 45), Version(0, 31)),
    Self(Version(0, 70), Version(2, 48), Version(0, 32, 4)),
    Self(Version(0, 73), Version(2, 51, 1), Version(0, 34, 1)),
    Self(Version(0, 75), Version(2, 53), Version(0, 35, 1)),
    Self(Version(0, 77), Version(2, 54, 1), Version(0, 36, 1)),
    Self(Version(0, 79), Version(3, 0, 1), Version(0, 37, 2)),
    Self(Version(0, 82), Version(3, 2, 1), Version(0, 38)),
    Self(Version(0, 85), Version(3, 5), Version(0, 39, 2)),
    Self(Version(0, 87), Version(3, 7, 3), Version(0, 39, 2)),
    Self(Version(0, 90), Version(3, 10), Version(0, 41)),
    Self(Version(0, 92), Version(3, 12), Version(0, 41)),
    Self(Version(0, 93), Version(3, 13, 1), Version(0, 42, 2)),
  ]
}

/// A pair that never gets a pod: the operator says `unsupported Prometheus major version`.
package struct ImpossiblePair: Error, Hashable, Sendable {
  /// The operator's release.
  package let `operator`: Version
  /// The release that it is asked to run.
  package let prometheus: Version
  /// The major versions that it runs.
  package let majors: ClosedRange<Int>
  /// The newest that its own tests deploy; nil for an operator older than the table.
  package let tested: Version?

  /// The first operator that runs Prometheus 3.
  package static let runsThree = Version(0, 77)

  /// nil for a pair that works.
  package init?(operator: Version, prometheus: Version) {
    let majors = `operator` < Self.runsThree ? 2...2 : 2...3
    guard !majors.contains(prometheus.major) else { return nil }
    self.operator = `operator`
    self.prometheus = prometheus
    self.majors = majors
    tested = OperatorRelease.known.last { $0.version <= `operator` }?.testedPrometheus
  }
}
