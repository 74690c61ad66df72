import TestSupport
import Testing

@testable import Fleet

/// How `usage` is read.
@Suite struct UsageReadTests {
  @Test func `a cluster tells what it uses unless it, or the defaults, say otherwise`() throws {
    let usual = try #require(Sample.receive().reading.fleet)
    #expect(usual.clusters.map(\.tellsUsage) == [true, true])
    let silent = try #require(
      Sample.receive(cluster: "usage: true", more: "defaults: {usage: false}").reading.fleet
    )
    #expect(silent.clusters.map(\.tellsUsage) == [true, false])
  }

  @Test func `every topology has the key`() throws {
    let samples = [
      Sample.federate(cluster: "name: a, usage: false"), .sidecar("usage: false"),
      .collector(cluster: "usage: false, collector: {image: 'example.com/collector:1'}"),
    ]
    for sample in samples {
      #expect(try #require(sample.reading.fleet).clusters[0].usageSeries.isEmpty)
    }
  }
}
