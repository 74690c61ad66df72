import Diagnostics
import Fleet
import TestSupport
import Testing
import Text

@testable import fedctl

/// What is said of versions, in full.
@Suite struct VersionWordsTests {
  private func words(_ sample: Sample) -> [String] {
    let today = CivilDay("2026-11-27")
    return Fleet.read(Array(sample.text.utf8), file: "fleet.yaml", on: today)
      .problems.map(\.diagnostic).map {
        [$0.summary, $0.detail, $0.remedy ?? ""].joined(separator: " | ")
      }
  }

  @Test func `a pair that cannot work says what would`() {
    let cluster = "mode: operator, prometheus: {version: v3.13.2}"
    #expect(
      words(.receive(cluster: cluster)).first == """
        operator does not run this Prometheus | prometheus-operator 0.56.3 runs Prometheus 2 alone, and \
        this is Prometheus 3.13.2: it would never get a pod. | Set `prometheus.version` to one of 2.x, \
        as v2.35.0, or use an operator from 0.77 on.
        """
    )
  }

  @Test func `a querier without TLS for single endpoints says what would happen`() {
    #expect(
      words(.sidecar(hub: "querier: {image: 'quay.io/thanos/thanos:v0.41.0'}")).first == """
        querier without TLS for single endpoints | Thanos 0.41.0 passes over the TLS settings of single \
        endpoints and speaks plain text to all: no cluster would answer it. | Set a release from 0.42 on.
        """
    )
  }

  @Test func `a version without fixes says since when`() {
    #expect(
      words(.federate(hub: "grafana: {image: 'grafana/grafana:12.2.0'}")) == [
        """
        version without fixes | Grafana 12.2 has had no fixes since 2026-06-23. | Set a newer version; \
        `fedctl schema` tells which one fedctl takes by itself.
        """
      ]
    )
    #expect(
      words(.federate(cluster: "name: a, prometheus: {version: v3.9.1}")) == [
        """
        version without fixes | Prometheus 3.9 gets no fixes any more. | Set a newer version; \
        `fedctl schema` tells which one fedctl takes by itself.
        """
      ]
    )
  }
}
