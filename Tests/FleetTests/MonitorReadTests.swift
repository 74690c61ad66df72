import TestSupport
import Testing

@testable import Fleet

/// Ports whose metrics are scraped, as the file says it.
@Suite struct MonitorReadTests {
  @Test func `a monitor is read with how its ports are spoken to`() throws {
    let monitor = """
      {name: m, namespace: shop, selector: {a: b}, port: web, scheme: https, tls: {serverName: web},
      authorization: {secret: t}, params: {a: b}, endpoints: [{port: admin, interval: 1m, timeout: 40s}]}
      """
    let fleet = try #require(Sample.receive(cluster: "podMonitors: [\(monitor)]").reading.fleet)
    let read = try #require(fleet.clusters[0].serviceMonitors.first)
    #expect(read.targets == .pods && read.endpoints.map(\.port) == ["web", "admin"])
    #expect(read.endpoints.map(\.isEncrypted) == [true, false])
    #expect(read.endpoints[1].timeout == "40s")
  }

  @Test(
    arguments: [
      ("timeout: 40s", .form(.tooLong("40s", limit: "30s"))),
      ("tls: {serverName: a}", .access(.tlsUnused)),
      ("basicAuth: {secret: a}", .access(.openCredential)),
      (
        "relabelings: [{action: keep}]",
        .relabelling(.missing(key: "sourceLabels", action: .keep)),
      ),
    ] as [(String, FleetFact)]
  )
  func `a port that would not be scraped as it says is told`(_ keys: String, _ fact: FleetFact) {
    let monitor = "{name: m, namespace: shop, selector: {a: b}, port: web, \(keys)}"
    #expect(facts(Sample.receive(cluster: "serviceMonitors: [\(monitor)]").reading) == [fact])
  }

  @Test func `two monitors of one kind have two names, and one name may be of both kinds`() {
    let monitor = "{name: m, namespace: shop, selector: {a: b}, port: web}"
    let twice = Sample.receive(cluster: "podMonitors: [\(monitor), \(monitor)]").reading
    #expect(facts(twice) == [.cluster(.monitorNameTaken("m"))])
    let both = "podMonitors: [\(monitor)], serviceMonitors: [\(monitor)]"
    #expect(facts(Sample.receive(cluster: both).reading).isEmpty)
  }
}
