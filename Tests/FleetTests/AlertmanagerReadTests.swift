import Facts
import TestSupport
import Testing

@testable import Fleet

/// Alertmanagers that are there already, and what is shown to them.
@Suite struct AlertmanagerReadTests {
  private func hub(_ target: String) -> FleetReading {
    Sample.receive(hub: "alertmanagers: [\(target)]").reading
  }

  @Test func `a URL alone is enough, and a mapping says more`() throws {
    let keys = """
      'http://a:9093', {url: 'https://b', tls: {ca: {secret: ca}, serverName: c}, \
      authorization: {secret: t}}, {url: 'https://d', basicAuth: {secret: login}}
      """
    let reading = hub(keys)
    #expect(reading.problems.isEmpty)
    let found = try #require(reading.fleet?.hub.alertmanagers)
    #expect(found.map(\.url) == ["http://a:9093", "https://b", "https://d"])
    #expect(found[0].access == ClientAccess())
    #expect(found[1].access.tls?.authority == .secret(SecretKey(name: "ca", key: "ca.crt")))
    #expect(
      found[1].access.credential
        == .authorization(type: "Bearer", SecretKey(name: "t", key: "token"))
    )
    #expect(
      found[2].access.credential
        == .basic(
          user: SecretKey(name: "login", key: "username"),
          password: SecretKey(name: "login", key: "password"),
        )
    )
  }

  @Test(
    arguments: [
      ("{url: 'https://b', authorization: {secret: t, type: Token}}", .access(.otherThanBearer)),
      ("{url: 'http://b', authorization: {secret: t}}", .access(.openCredential)),
      (
        "{url: 'https://b', authorization: {secret: t}, basicAuth: {secret: u}}",
        .access(.twoCredentials),
      ),
      ("{url: 'b'}", .form(.serviceURL("b"))),
      ("b", .form(.serviceURL("b"))),
    ] as [(String, FleetFact)]
  )
  func `what cannot work is told`(target: String, expected: FleetFact) {
    #expect(facts(hub(target)) == [expected])
  }

  @Test func `OpenShift's own monitoring knows tokens, and authorities from Secrets`() {
    let cluster = """
      alertmanagers: [{url: 'https://b', basicAuth: {secret: u}, tls: {ca: {configMap: c}}}]
      """
    #expect(
      facts(Sample.receive(cluster: cluster).reading) == [
        .access(.unknownToPlatform(key: "basicAuth")),
        .access(.unknownToPlatform(key: "tls.ca.configMap")),
      ]
    )
    let own = Sample.receive(cluster: "mode: operator, \(cluster)").reading
    #expect(own.problems.isEmpty)
  }
}
