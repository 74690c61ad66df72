import Facts
import TestSupport
import Testing

@testable import Fleet

/// Fleets whose clusters have collectors.
@Suite struct CollectorReadTests {
  private func collector(_ reading: FleetReading) throws -> Collector {
    guard case .collector(let design)? = reading.fleet?.clusters.first?.design else {
      throw NoCollector()
    }
    return design.collector
  }

  private struct NoCollector: Error {}

  @Test func `a small file has every default filled in`() throws {
    let reading = Sample.collector().reading
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
    let reading = Sample.collector(
      cluster: "collector: {telemeter: {url: https://t.example.com, token: {secret: t}}}"
    ).reading
    let collector = try collector(reading)
    #expect(collector.component.image.hasPrefix("quay.io/openshift/origin-telemeter:"))
    let expected = Telemeter(url: "https://t.example.com", secret: "t", key: "token")
    #expect(collector.telemeter == expected)
  }

  @Test func `an image can be said once for all clusters`() throws {
    let reading = Sample.collector(
      cluster: "collector: {interval: 2m}",
      more: "defaults: {collector: {image: 'example.com/collector:2'}}",
    ).reading
    #expect(try collector(reading).component.image == "example.com/collector:2")
  }

  @Test(
    arguments: [
      (
        "name: hub", "externalLabels: {stage: test}",
        .collector(.imageMissing),
      ),
      (
        "name: hub", "collector: {image: 'a:1', from: 'http://prometheus:9090'}",
        .collector(.tokenWithoutTLS(url: "http://prometheus:9090")),
      ),
      (
        "name: hub", "collector: {image: 'a:1', rename: {up: 1up}}",
        .form(.metricName("1up")),
      ),
      (
        "name: hub", "collector: {image: 'a:1', match: ['{}']}",
        .federate(.everything(selector: "{}")),
      ),
      (
        "name: hub", "collector: {image: 'a:1', extraArgs: ['--to-upload=https://a']}",
        .form(.ownedFlag("--to-upload")),
      ),
      (
        "name: hub", "collector: {image: 'a:1', replicas: 2}",
        .table(.outOfRange(key: "replicas", allowed: 1...1, because: .writtenTwice)),
      ),
      (
        "certificates: {lifetime: 2y}", "collector: {image: 'a:1'}",
        .form(.tooLong("2y", limit: "2y")),
      ),
    ] as [(String, String, FleetFact)]
  )
  func `what cannot work is refused, and what is doubtful is told`(
    hub: String,
    cluster: String,
    expected: FleetFact,
  ) {
    #expect(facts(Sample.collector(hub: hub, cluster: cluster).reading) == [expected])
  }

  @Test
  func `on Kubernetes a collector reads from the operator's Prometheus unless told otherwise`()
    throws
  {
    let reading = Sample.collector(
      hub: "platform: kubernetes, loadBalancer: {}",
      cluster: "platform: kubernetes, collector: {image: 'a:1'}",
    ).reading
    #expect(facts(reading) == [])
    let cluster = try #require(reading.fleet?.clusters.first)
    guard case .collector(let design) = cluster.design else {
      Issue.record("\(cluster.design)")
      return
    }
    #expect(design.collector.source == "http://prometheus-operated.monitoring.svc:9090")
  }

  @Test(
    arguments: [
      (
        "platform: kubernetes",
        .hub(.loadBalancerMissing),
      ),
      (
        "loadBalancer: {}",
        .hub(.superfluousWay(key: "loadBalancer")),
      ),
    ] as [(String, FleetFact)]
  )
  func `collectors reach the hub in the one way that its platform has`(
    hub: String,
    expected: FleetFact,
  ) {
    let reading = Sample.collector(hub: hub, cluster: "collector: {image: 'a:1'}").reading
    #expect(facts(reading) == [expected])
  }

  @Test func `selectors may stand in a file of their own`() throws {
    let fleet = try #require(
      Sample.collector(
        cluster: "collector: {image: 'a:1', match: [up], matchFile: metrics.txt}"
      ).reading.fleet
    )
    #expect(fleet.matchFiles == ["metrics.txt"])
    let text = "# what we need\n\n  {__name__=\"a\"}\nb{c=\"d\"}\n"
    let cluster = try #require(fleet.matching(text, of: "metrics.txt").clusters.first)
    guard case .collector(let design) = cluster.design else {
      Issue.record("\(cluster.design)")
      return
    }
    #expect(design.collector.match == ["up", "{__name__=\"a\"}", "b{c=\"d\"}"])
    let flaw = #expect(throws: FleetProblem.self) {
      try fleet.matching("up\n{a\n", of: "metrics.txt")
    }
    #expect(flaw?.mark?.line == 2)
    #expect(flaw?.fact == .form(.seriesSelector("{a", .unmatchedBraces)))
  }

  /// An editor elsewhere ends its lines so, and in Swift such an end is one character.
  @Test func `a file of selectors may end its lines with carriage returns`() throws {
    let fleet = try #require(
      Sample.collector(
        cluster: "collector: {image: 'a:1', match: [up], matchFile: metrics.txt}"
      ).reading.fleet
    )
    let matching = try fleet.matching("# two\r\na\r\n\r\nb \r\n", of: "metrics.txt")
    guard case .collector(let design) = matching.clusters.first?.design else {
      Issue.record("no collector")
      return
    }
    #expect(design.collector.match == ["up", "a", "b"])
  }

  @Test func `a collector scrapes nothing by itself`() {
    let reading = Sample.collector(
      cluster: "collector: {image: 'a:1'}, serviceMonitors: []"
    ).reading
    #expect(reading.problems.map(\.code) == ["fleet.key-of-other-topology"])
  }

  @Test(arguments: ["- {name: a,", "name: edge\n"])
  func `a name that no certificate can bear is refused`(place: String) {
    for length in [53, 54] {
      let name = String(repeating: "c", count: length)
      let now = place.replacing("name: a", with: "name: \(name)")
        .replacing("name: edge", with: "name: \(name)")
      let text = Sample.collector().text.replacing(place, with: now)
      let problems = Fleet.read(Array(text.utf8), file: "f").problems.map(\.fact)
      let expected: [FleetFact] = length == 53 ? [] : [.collector(.nameTooLong(name, limit: 53))]
      #expect(problems == expected)
    }
  }
}
