import Facts
import TestSupport
import Testing

@testable import Fleet

/// Whose Grafana it is, and how people reach it.
@Suite struct GrafanaReadTests {
  @Test(
    arguments: [
      ("", .configMap(labels: ["grafana_datasource": "1"])),
      (", labels: {a: b}", .configMap(labels: ["a": "b"])),
      (", kind: Secret", .secret(labels: ["grafana_datasource": "1"])),
      (", kind: GrafanaDatasource", .resource(instances: ["dashboards": "grafana"])),
      (", kind: GrafanaDatasource, labels: {a: b}", .resource(instances: ["a": "b"])),
    ] as [(String, ExistingGrafana.Source)]
  )
  func `a Grafana that is there is told in the way it looks`(
    keys: String,
    expected: ExistingGrafana.Source,
  ) throws {
    let hub = "grafana: {existing: {namespace: monitoring\(keys)}}"
    let fleet = try #require(Sample.receive(hub: hub).reading.fleet)
    let existing = try #require(fleet.hub.grafanaDesign.existing)
    #expect(existing == ExistingGrafana(namespace: "monitoring", source: expected))
  }

  @Test func `an Ingress needs no more than a host`() throws {
    let hub = "grafana: {ingress: {host: grafana.example.com}}"
    let fleet = try #require(Sample.federate(hub: hub).reading.fleet)
    let ingress = try #require(fleet.hub.grafanaDesign.ingress)
    #expect(ingress.host == "grafana.example.com" && ingress.secret == "grafana-tls")
    #expect(ingress.issuer == nil && ingress.controller == nil && ingress.annotations == [:])
  }

  @Test func `keys of the fleet's own Grafana have no meaning beside one that is there`() {
    let hub = "grafana: {image: 'a:1', existing: {namespace: b}, ingress: {host: c.example.com}}"
    #expect(
      Sample.federate(hub: hub).reading.problems.map(\.fact)
        == ["image", "ingress"].map { .hub(.besideExistingGrafana(key: $0)) }
    )
  }

  @Test func `OpenShift has a way to Grafana already`() {
    let hub = "grafana: {ingress: {host: grafana.example.com}}"
    #expect(
      Sample.receive(hub: hub).reading.problems.map(\.fact)
        == [.hub(.superfluousWay(key: "grafana.ingress"))]
    )
  }

  /// A login on a hub that has an address for it.
  private func login(_ settings: String, provider: String = "google") -> FleetReading {
    let hub = """
      name: hub, grafana: {ingress: {host: grafana.example.com}, login: {provider: \(provider), \
      clientSecret: {secret: ours}, settings: {\(settings)}}}
      """
    return Sample.federate(hub: hub).reading
  }

  @Test func `people log in with accounts of somebody else's`() throws {
    let reading = login("client_id: a, role_attribute_path: \"'Viewer'\"")
    #expect(reading.problems.isEmpty)
    let found = try #require(reading.fleet?.hub.grafanaDesign.login)
    #expect(found.provider == .google)
    #expect(found.clientSecret == SecretKey(name: "ours", key: "client-secret"))
    #expect(found.settings == ["client_id": "a", "role_attribute_path": "'Viewer'"])
  }

  @Test(
    arguments: [
      ("name: b", "google", [.hub(.loginLacks(setting: "client_id", provider: "google"))]),
      (
        "client_id: a", "azuread",
        ["auth_url", "token_url"].map { .hub(.loginLacks(setting: $0, provider: "azuread")) },
      ),
      ("client_id: a, enabled: 'true'", "github", [.hub(.reservedLoginSetting("enabled"))]),
      (
        "client_id: a, client_secret: abc", "github",
        [.hub(.reservedLoginSetting("client_secret"))],
      ),
      (
        "client_id: a, role_atribute_path: b", "github",
        [.hub(.unknownLoginSetting("role_atribute_path", like: "role_attribute_path"))],
      ),
      (
        "client_id: a, tls_skip_verify_insecure: 'true'", "github", [.access(.unverified)],
      ),
      ("client_id: \"a\\nb\"", "github", [.form(.grafanaValue)]),
      ("client_id: a, Scopes: b", "github", [.form(.grafanaSetting("Scopes"))]),
    ] as [(String, String, [FleetFact])]
  )
  func `a login that cannot work is told`(
    settings: String,
    provider: String,
    expected: [FleetFact],
  ) {
    let found = facts(login(settings, provider: provider))
    #expect(expected.allSatisfy(found.contains), "\(found)")
  }

  @Test func `who has logged in needs a way back, and OpenShift has a login`() {
    let keys = "login: {provider: google, clientSecret: {secret: a}, settings: {client_id: b}}"
    let hub = "name: hub, grafana: {\(keys)}"
    #expect(facts(Sample.federate(hub: hub).reading) == [.hub(.loginWithoutAddress)])
    #expect(
      facts(Sample.receive(hub: hub).reading) == [.hub(.superfluousWay(key: "grafana.login"))]
    )
  }
}
