import TestSupport
import Testing

@testable import Fleet

/// The context of a cluster that does not say it.
@Suite struct ContextReadTests {
  private func reading(_ clusters: String) -> FleetReading {
    Sample.receive(hub: "name: hub", more: clusters).reading
  }

  @Test func `it is the cluster's name, or the hub's for a cluster that is the hub`() throws {
    let reading = reading("- {name: c}\n- {name: itself, onHub: true}")
    #expect(reading.problems.isEmpty)
    let contexts = try #require(reading.fleet).clusters.map { [$0.name, $0.context] }
    #expect(contexts.suffix(2) == [["c", "c"], ["itself", "hub"]])
  }

  @Test func `it is as little two clusters' as one that is said`() {
    #expect(
      facts(reading("- {name: c, context: d}\n- {name: d}"))
        == [.cluster(.contextTaken("d", by: .cluster(line: 11)))]
    )
    #expect(
      facts(reading("- {name: hub}")) == [
        .cluster(.contextTaken("hub", by: .hub)), .cluster(.nameTaken("hub", by: .hub)),
      ]
    )
  }
}
