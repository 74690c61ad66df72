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
}
