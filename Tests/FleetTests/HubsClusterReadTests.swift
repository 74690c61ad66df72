import Facts
import TestSupport
import Testing

@testable import Fleet

/// A cluster of the file that says to be the hub.
@Suite struct HubsClusterReadTests {
  private func reading(
    _ keys: String,
    hub: String = "name: hub",
    more: String = "",
  ) -> FleetReading {
    Sample.receive(hub: hub, more: "- {name: itself, \(keys)}\(more)").reading
  }

  @Test func `a hub may be monitored itself, and is no other cluster for that`() throws {
    let reading = reading("context: hub, onHub: true")
    #expect(reading.problems.isEmpty)
    let fleet = try #require(reading.fleet)
    #expect(fleet.hubsCluster?.name == "itself")
    #expect(fleet.remoteClusters.map(\.name) == ["a", "b"])
    #expect(fleet.place(of: "itself") == "hub")
    #expect(fleet.place(of: "a") == "a")
  }

  @Test func `a hub's context is nobody's who does not say so`() {
    #expect(
      facts(reading("context: hub, onHub: false")) == [.cluster(.contextTaken("hub", by: .hub))]
    )
  }

  @Test func `a hub is monitored once`() {
    let twice = reading(
      "context: hub, onHub: true, externalLabels: {part: x}",
      more: "\n- {name: twin, context: hub, onHub: true}",
    )
    #expect(facts(twice) == [.cluster(.contextTaken("hub", by: .cluster(line: 11)))])
  }

  @Test(
    arguments: [
      ("context: c, onHub: true", .unlikeHub(key: "context", hub: "hub")),
      (
        "context: hub, onHub: true, server: 'https://other.example.com'",
        .unlikeHub(key: "server", hub: "https://hub.example.com"),
      ),
      (
        "context: hub, onHub: true, platform: kubernetes",
        .unlikeHub(key: "platform", hub: "openshift"),
      ),
      ("context: hub, onHub: true, maintenance: true", .hubInMaintenance),
    ] as [(String, ClusterProblem)]
  )
  func `it is as the hub is`(keys: String, expected: ClusterProblem) {
    let hub = "name: hub, server: 'https://hub.example.com'"
    #expect(facts(reading(keys, hub: hub)).contains(.cluster(expected)))
  }

  @Test func `the hub's server may stand there, too`() {
    let server = "server: 'https://hub.example.com'"
    let both = reading("context: hub, onHub: true, \(server)", hub: "name: hub, \(server)")
    #expect(both.problems.isEmpty)
  }

  @Test func `two operators of one namespace have to be the same`() {
    let bundle = { (file: String) in "prometheusOperator: {bundle: {path: \(file).yaml}}" }
    let own = { (file: String) in "- {name: itself, context: hub, onHub: true, \(bundle(file))}" }
    let hub = "name: hub, \(bundle("a"))"
    #expect(Sample.federate(hub: hub, more: own("a")).reading.problems.isEmpty)
    #expect(
      facts(Sample.federate(hub: hub, more: own("b")).reading)
        == [.cluster(.unlikeHub(key: "prometheusOperator", hub: nil))]
    )
  }
}
