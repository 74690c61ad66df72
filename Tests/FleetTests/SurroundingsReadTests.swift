import Facts
import JSON
import TestSupport
import Testing

@testable import Fleet

/// What is said once of all clusters, of one, or of a workload.
@Suite struct SurroundingsReadTests {
  private func fleet(_ sample: Sample) throws -> Fleet {
    let reading = sample.reading
    return try #require(reading.fleet, "\(facts(reading))")
  }

  @Test func `a proxy of all clusters is the hub's too, and a cluster may have none`() throws {
    let fleet = try fleet(
      .receive(
        hub: "name: hub, proxy: {noProxy: [.inside.example.com]}",
        cluster: "proxy: none",
        more: "proxy: {https: 'http://proxy.example.com:3128', noProxy: [10.0.0.0/8]}",
      )
    )
    let url = "http://proxy.example.com:3128"
    #expect(
      fleet.hub.surroundings.proxy
        == WebProxy(https: url, exceptions: [".inside.example.com"])
    )
    #expect(fleet.clusters[0].surroundings.proxy == nil)
    #expect(
      fleet.clusters[1].surroundings.proxy == WebProxy(https: url, exceptions: ["10.0.0.0/8"])
    )
  }

  @Test(arguments: [
    ("http://user:secret@proxy.example.com:3128", FormFlaw.proxyCredentials),
    ("user:secret@proxy.example.com:3128", .proxyCredentials),
    ("proxy.example.com:3128", .proxyURL), ("socks5://proxy.example.com", .proxyURL),
  ])
  func `a proxy's URL has no credentials, and none is shown`(_ url: String, _ flaw: FormFlaw) {
    let reading = Sample.receive(more: "proxy:\n  https: \(url)").reading
    #expect(facts(reading) == [.form(flaw)])
    #expect(!reading.lines(of: "fleet.yaml").joined().contains("secret"))
  }

  @Test(
    arguments: [
      ("metrics.example.com", true), ("example.com", false), ("other.org", true),
      ("a.other.org", true), ("another.org", false), ("host", true),
    ]
  )
  func `exceptions are read as programs do`(_ host: String, _ isExcepted: Bool) {
    let proxy = WebProxy(exceptions: [".example.com", "other.org", "host:443"])
    #expect(proxy.excepts(host) == isExcepted)
  }

  @Test(arguments: [
    ("platform: openshift", 1), ("platform: openshift, mode: operator", 0),
    ("platform: openshift, sampleApplication: {}", 0), ("mode: operator", 0),
  ])
  func `a place for pods is warned of where a cluster runs none`(_ cluster: String, _ count: Int) {
    let place = "placement: {nodeSelector: {infra: ''}}"
    let reading = Sample.receive(cluster: "\(cluster), \(place)").reading
    let told = reading.problems.filter { $0.fact == .remoteWrite(.idlePlacement) }
    #expect(told.count == count, "\(facts(reading))")
    #expect(told.allSatisfy { $0.severity == .warning && $0.mark != nil })
  }

  @Test func `a workload's own word on its place counts alone`() throws {
    let fleet = try fleet(
      .receive(
        hub: """
          name: hub, placement: {nodeSelector: {infra: ''}, tolerations: [{operator: Exists}], spread: none},
            receive: {nodeSelector: {disk: ssd}, router: {}}, ruler: {}
          """,
        more: "placement: {priorityClass: high, spread: required}",
      )
    )
    let receiving = try #require(fleet.receiving)
    let receive = receiving.receive.component
    #expect(receive.nodeSelector == ["disk": "ssd"])
    #expect(receive.tolerations == [["operator": "Exists"]])
    for other in [
      receiving.receive.router, receiving.thanos.ruler?.component, receiving.thanos.querier,
      fleet.hub.grafana,
    ] {
      #expect(other?.nodeSelector == ["infra": ""])
      #expect(other?.priorityClass == "high")
      #expect(other?.spread == PodSpread.none)
    }
    let writer = try #require(fleet.clusters.first?.writer)
    #expect(writer.prometheus.component.nodeSelector == [:])
    #expect(writer.prometheus.component.spread == .required)
  }

  @Test func `the node exporter stays on every node`() throws {
    let fleet = try fleet(
      .federate(
        cluster: "name: a, nodeExporter: {}, kubeStateMetrics: {}",
        more:
          "defaults: {placement: {nodeSelector: {infra: ''}, tolerations: [], priorityClass: high}}",
      )
    )
    guard case .federate(let cluster)? = fleet.clusters.first?.design else { return }
    let exporter = try #require(cluster.exporters.nodeExporter?.component)
    #expect(exporter.nodeSelector == [:])
    #expect(exporter.tolerations.count == 1)
    #expect(exporter.priorityClass == "high")
    #expect(cluster.exporters.kubeStateMetrics?.nodeSelector == ["infra": ""])
  }

  @Test(
    arguments: [
      "fedctl.dev/fleet", "app.kubernetes.io/managed-by", "applyset.kubernetes.io/part-of",
    ]
  )
  func `what says whose an object is is not the file's to say`(_ key: String) {
    let more = "metadata: {labels: {\(key): x}, namespaces: {annotations: {\(key): x}}}"
    let reading = Sample.receive(more: more).reading
    #expect(facts(reading) == [.form(.ownedKey(key)), .form(.ownedKey(key))])
  }

  @Test(arguments: [("restricted", false), ("privileged", true)])
  func `pod security must let the node exporter in`(_ level: String, _ isFine: Bool) {
    let reading = Sample.federate(
      cluster: "name: a, nodeExporter: {}",
      more:
        "metadata: {namespaces: {labels: {pod-security.kubernetes.io/enforce: \(level)}}}",
    ).reading
    #expect(facts(reading) == (isFine ? [] : [.component(.exporterRefused(level: level))]))
  }

  @Test func `each setting tells which layer it is from`() throws {
    let text = Sample.receive(
      cluster: "mode: operator, prometheus: {tolerations: []}",
      more: """
        placement: {nodeSelector: {infra: ''}}
        defaults: {placement: {priorityClass: high}}
        """,
    ).text
    let settings = try #require(
      Fleet.settings(of: "a", in: Array(text.utf8), file: "fleet.yaml", FleetInputs())
    )
    func line(_ path: String) -> Int? {
      switch settings.first(where: { $0.path.description == path })?.origin {
      case .file(let mark), .defaults(let mark), .cluster(let mark): mark.line
      default: nil
      }
    }
    #expect(line("prometheus.nodeSelector.infra") == 11)
    #expect(line("prometheus.priorityClass") == 12)
    #expect(line("prometheus.tolerations") == 9)
    #expect(line("prometheus.replicas") == nil)
  }
}
