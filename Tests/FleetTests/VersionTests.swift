import Facts
import TestSupport
import Testing
import Text

@testable import Fleet

/// Versions that cannot work together, and those that nobody mends.
@Suite struct VersionTests {
  private func reading(_ sample: Sample, on day: String? = nil) -> FleetReading {
    Fleet.read(Array(sample.text.utf8), file: "fleet.yaml", on: day.flatMap { CivilDay($0) })
  }

  @Test(arguments: [
    ("v3.13.2", Version(3, 13, 2)), ("12.4", Version(12, 4)), ("v3.0.0-rc.1", Version(3, 0)),
    ("latest", nil), ("3", nil),
  ])
  func `a release is read from its tag`(text: String, version: Version?) {
    #expect(Version(text) == version)
  }

  @Test(arguments: [
    ("quay.io:443/a/b:v1.2.3", Version(1, 2, 3)), ("a:1.2.3@sha256:00", Version(1, 2, 3)),
    ("quay.io:443/a/b", nil), ("a@sha256:00", nil),
  ])
  func `an image tells its release`(image: String, version: Version?) {
    #expect(Version(ofImage: image) == version)
  }

  @Test(arguments: [
    (Version(0, 56, 3), Version(2, 55, 1), true), (Version(0, 56, 3), Version(3, 0), false),
    (Version(0, 76, 2), Version(3, 5), false), (Version(0, 77), Version(3, 13, 2), true),
    (Version(0, 77), Version(2, 45), true), (Version(0, 93), Version(1, 8), false),
    (Version(0, 93), Version(4, 0), false),
  ])
  func `an operator runs the major versions that it knows`(
    operator: Version,
    prometheus: Version,
    works: Bool,
  ) {
    let pair = ImpossiblePair(operator: `operator`, prometheus: prometheus)
    #expect((pair == nil) == works)
  }

  @Test func `what stands in the defaults is told once, for however many clusters`() throws {
    let pair = ImpossiblePair(operator: Version(0, 56, 3), prometheus: Version(3, 5))
    let defaults = "defaults: {mode: operator, prometheus: {version: v3.5.0}}"
    let reading = reading(.receive(more: defaults))
    #expect(facts(reading) == [.version(.impossible(try #require(pair)))])
  }

  @Test func `the default pair of each way works`() {
    #expect(facts(reading(.receive(cluster: "mode: operator"))).isEmpty)
    #expect(
      ImpossiblePair(operator: Version(0, 77), prometheus: Version(3, 13, 2)) == nil
    )
  }

  @Test(
    arguments: [
      ("prometheus: {version: v3.13.2}", Version(0, 56, 3), Version(3, 13, 2)),
      (
        """
        prometheus: {version: v3.5.0}, \
        prometheusOperator: {startingCSV: prometheusoperator.v0.70.0}
        """, Version(0, 70), Version(3, 5),
      ),
      ("prometheus: {version: v1.8.2}", Version(0, 56, 3), Version(1, 8, 2)),
    ]
  )
  func `a pair that never gets a pod is refused`(
    cluster: String,
    operator: Version,
    prometheus: Version,
  ) throws {
    let pair = try #require(ImpossiblePair(operator: `operator`, prometheus: prometheus))
    let reading = reading(.receive(cluster: "mode: operator, \(cluster)"))
    #expect(facts(reading) == [.version(.impossible(pair))])
    #expect(reading.fleet == nil)
  }

  @Test func `an operator from 0-77 on takes Prometheus 3`() {
    let cluster = """
      mode: operator, prometheus: {version: v3.13.2}, \
      prometheusOperator: {startingCSV: prometheusoperator.v0.77.0}
      """
    #expect(facts(reading(.receive(cluster: cluster))).isEmpty)
  }

  @Test func `a bundle's operator is not judged before it is read`() {
    let cluster = """
      mode: operator, prometheus: {version: v3.13.2}, \
      prometheusOperator: {bundle: {path: bundle.yaml}}
      """
    #expect(facts(reading(.receive(cluster: cluster))).isEmpty)
  }

  @Test(arguments: [
    ("v0.41.0", "host: a.example.com", true), ("v0.42.0", "host: a.example.com", false),
    ("main-2026-11-27-abc", "host: a.example.com", false), ("v0.41.0", nil, false),
  ])
  func `a querier that would speak plain text to clusters over TLS is refused`(
    tag: String,
    ingress: String?,
    isRefused: Bool,
  ) throws {
    let querier = "querier: {image: 'quay.io/thanos/thanos:\(tag)'}"
    let wayIn = ingress == nil ? "loadBalancer: {}" : "name: a"
    let reading = reading(.sidecar(ingress: ingress, wayIn, hub: querier))
    let old = OldQuerier(version: Version(0, 41))
    #expect(facts(reading) == (isRefused ? [.version(.oldQuerier(old))] : []))
    #expect((reading.fleet == nil) == isRefused)
  }

  @Test(arguments: [
    ("2026-07-31", false), ("2026-08-01", true),
  ])
  func `a version is warned of from the day after its last`(day: String, isTold: Bool) throws {
    let reading = reading(.federate(cluster: "name: a, prometheus: {version: v3.5.5}"), on: day)
    let told = reading.problems.map(\.code).filter { $0 == "fleet.version-ended" }
    #expect(told.count == (isTold ? 1 : 0))
    #expect(reading.fleet != nil)
  }

  @Test func `a version is told once, and where it stands`() throws {
    let sample = Sample.federate(
      hub: "prometheus: {version: v3.5.5}, grafana: {image: 'grafana/grafana:12.2.0'}",
      cluster: "name: a, prometheus: {version: v3.5.5}",
    )
    let problems = reading(sample, on: "2026-11-27").problems
    #expect(problems.map(\.code) == ["fleet.version-ended", "fleet.version-ended"])
    #expect(Set(problems.map { $0.mark?.line }) == [6])
    #expect(problems.allSatisfy { $0.severity == .warning })
  }

  @Test func `no day means no warning`() {
    let sample = Sample.federate(cluster: "name: a, prometheus: {version: v3.5.5}")
    #expect(reading(sample).problems.isEmpty)
  }

  @Test func `every line of the table is a day, and lines go up`() {
    for program in DatedProgram.allCases {
      #expect(program.ends.allSatisfy { $0.lastDay != nil })
      let versions = program.ends.map { Version($0.major, $0.minor) }
      #expect(versions == versions.sorted())
    }
    let operators = OperatorRelease.known.map(\.version)
    #expect(operators == operators.sorted())
  }

  /// The table's own claim: what it calls tested is run by that operator.
  @Test func `no operator is tested with what it does not run`() {
    for release in OperatorRelease.known {
      let pair = ImpossiblePair(operator: release.version, prometheus: release.testedPrometheus)
      #expect(pair == nil)
    }
  }
}
