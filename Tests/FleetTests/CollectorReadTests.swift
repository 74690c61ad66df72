import Diagnostics
import Facts
import Testing

@testable import Fleet

/// Fleets whose clusters have collectors.
@Suite struct CollectorReadTests {
  private func words(_ reading: FleetReading) -> [String] {
    reading.diagnostics.map { [$0.summary, $0.detail, $0.remedy ?? ""].joined(separator: " | ") }
  }

  private func collector(_ reading: FleetReading) throws -> Collector {
    guard case .collector(let design)? = reading.fleet?.clusters.first?.design else {
      throw NoCollector()
    }
    return design.collector
  }

  private struct NoCollector: Error {}

  @Test func `a small file has every default filled in`() throws {
    let reading = Sample.readCollector()
    let fleet = try #require(reading.fleet)
    guard case .collector(let hub) = fleet.hub.design else {
      Issue.record("\(fleet.topology)")
      return
    }
    #expect(hub.certificateLifetime == 90 * 86_400)
    #expect(fleet.bucket?.name == "metrics")
    let collector = try collector(reading)
    #expect(collector.source == "https://prometheus-k8s.openshift-monitoring.svc:9091")
    #expect(collector.interval == "1m")
    #expect(collector.sizeLimit == 64 << 20)
    #expect(collector.match == [])
    #expect(collector.telemeter == nil)
  }

  @Test func `telemeter's client has an image of its own`() throws {
    let reading = Sample.readCollector(
      cluster: "collector: {telemeter: {url: https://t.example.com, token: {secret: t}}}"
    )
    let collector = try collector(reading)
    #expect(collector.component.image.hasPrefix("quay.io/openshift/origin-telemeter:"))
    let expected = Telemeter(url: "https://t.example.com", secret: "t", key: "token")
    #expect(collector.telemeter == expected)
  }

  @Test func `an image can be said once for all clusters`() throws {
    let reading = Sample.readCollector(
      cluster: "collector: {interval: 2m}",
      more: "defaults: {collector: {image: 'example.com/collector:2'}}",
    )
    #expect(try collector(reading).component.image == "example.com/collector:2")
  }

  @Test(arguments: [
    (
      "name: hub", "externalLabels: {stage: test}",
      "missing key | The collector of this cluster has no `image`. | Name one of metrics-collector, of release 2.12 or later, in `defaults.collector`.",
    ),
    (
      "name: hub", "collector: {image: 'a:1', from: 'http://prometheus:9090'}",
      "invalid value | `http://prometheus:9090` has no TLS, and the collector shows it a token. | Write it as `https://prometheus.example.com:9091`.",
    ),
    (
      "name: hub", "collector: {image: 'a:1', rename: {up: 1up}}",
      "invalid value | `1up` is not the name of a metric. | Use letters, digits, `_` and `:`; begin with no digit.",
    ),
    (
      "name: hub", "collector: {image: 'a:1', match: ['{}']}",
      "federates everything | `{}` selects every series of the cluster. | Name the metrics that the hub needs, as in `{__name__=~\"cluster:.*\"}`.",
    ),
    (
      "name: hub", "collector: {image: 'a:1', extraArgs: ['--to-upload=https://a']}",
      "invalid value | `--to-upload` is set by fedctl: other parts of the fleet depend on it. | Leave it out; `fedctl schema` lists the keys that change what is rendered.",
    ),
    (
      "name: hub", "collector: {image: 'a:1', replicas: 2}",
      "invalid value | `replicas` must be 1: two would write every sample twice. | ",
    ),
    (
      "certificates: {lifetime: 2y}", "collector: {image: 'a:1'}",
      "invalid value | `2y` is too long. | Write less than 2y.",
    ),
  ])
  func `what cannot work is refused, and what is doubtful is told`(
    hub: String,
    cluster: String,
    expected: String,
  ) {
    #expect(words(Sample.readCollector(hub: hub, cluster: cluster)) == [expected])
  }

  @Test
  func `on Kubernetes a collector reads from the operator's Prometheus unless told otherwise`()
    throws
  {
    let reading = Sample.readCollector(
      hub: "platform: kubernetes, loadBalancer: {}",
      cluster: "platform: kubernetes, collector: {image: 'a:1'}",
    )
    #expect(words(reading) == [])
    let cluster = try #require(reading.fleet?.clusters.first)
    guard case .collector(let design) = cluster.design else {
      Issue.record("\(cluster.design)")
      return
    }
    #expect(design.collector.source == "http://prometheus-operated.monitoring.svc:9090")
  }

  @Test(arguments: [
    (
      "platform: kubernetes",
      "missing key | A hub on Kubernetes needs `loadBalancer`, for collectors to reach receive. | Write `loadBalancer: {}`, with `sourceRanges` where you know them.",
    ),
    (
      "loadBalancer: {}",
      "key of another platform | A hub on OpenShift is reached by a Route, so `loadBalancer` has no meaning. | Leave it out, or give the hub `platform: kubernetes`.",
    ),
  ])
  func `collectors reach the hub in the one way that its platform has`(
    hub: String,
    expected: String,
  ) {
    let reading = Sample.readCollector(hub: hub, cluster: "collector: {image: 'a:1'}")
    #expect(words(reading) == [expected])
  }

  @Test func `selectors may stand in a file of their own`() throws {
    let fleet = try #require(
      Sample.readCollector(
        cluster: "collector: {image: 'a:1', match: [up], matchFile: metrics.txt}"
      ).fleet
    )
    #expect(fleet.matchFiles == ["metrics.txt"])
    let text = "# what we need\n\n  {__name__=\"a\"}\nb{c=\"d\"}\n"
    let cluster = try #require(fleet.matching(text, of: "metrics.txt").clusters.first)
    guard case .collector(let design) = cluster.design else {
      Issue.record("\(cluster.design)")
      return
    }
    #expect(design.collector.match == ["up", "{__name__=\"a\"}", "b{c=\"d\"}"])
    let flaw = #expect(throws: Diagnostic.self) {
      try fleet.matching("up\n{a\n", of: "metrics.txt")
    }
    #expect(flaw?.mark?.line == 2)
    #expect(flaw?.detail == "`{a` is not a series selector: its braces do not match.")
  }

  @Test func `a collector scrapes nothing by itself`() {
    let reading = Sample.readCollector(
      cluster: "collector: {image: 'a:1'}, serviceMonitors: []"
    )
    #expect(reading.diagnostics.map(\.summary) == ["key of another topology"])
  }
}
