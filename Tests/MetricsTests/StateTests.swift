import FoundationEssentials
import Metrics
import Testing

@Suite struct StateTests {
  @Test func `a database tells its size and the ends of its time`() async throws {
    let data = """
      {"headStats":{"numSeries":508,"chunkCount":937,"minTime":1591516800000,"maxTime":1598896800143},
       "seriesCountByMetricName":[{"name":"up","value":3}]}
      """
    try await MetricsServer.run { _ in
      .data(data)
    } _: { server in
      let status = try await server.direct.database().value
      #expect(status.seriesCount == 508)
      #expect(status.newest == Date(timeIntervalSince1970: 1_598_896_800.143))
      #expect(status.families.map(\.name) == ["up"])
    }
  }

  @Test func `a database without samples has no ends of time`() async throws {
    let data = """
      {"headStats":{"numSeries":0,"minTime":9223372036854775807,"maxTime":-9223372036854775808}}
      """
    try await MetricsServer.run { _ in
      .data(data)
    } _: { server in
      let status = try await server.direct.database().value
      #expect(status.oldest == nil)
      #expect(status.newest == nil)
    }
  }

  @Test func `targets tell whether they are up, and why not`() async throws {
    let data = """
      {"activeTargets":[
        {"scrapePool":"node","labels":{"job":"node"},"health":"down","lastError":"refused",
         "lastScrape":"2026-11-27T10:00:00.5Z"},
        {"scrapePool":"new","labels":{},"health":"unknown","lastError":"","lastScrape":"0001-01-01T00:00:00Z"}]}
      """
    try await MetricsServer.run { _ in
      .data(data)
    } _: { server in
      let targets = try await server.direct.targets().value
      #expect(targets.map(\.isUp) == [false, nil])
      #expect(targets.map(\.error) == ["refused", nil])
      #expect(targets[0].scraped == Date(timeIntervalSince1970: 1_795_773_600.5))
      #expect(targets[1].scraped == nil)
    }
  }

  @Test func `stores of all kinds are told, with labels as older queriers write them, too`()
    async throws
  {
    let data = """
      {"sidecar":[{"name":"10.0.0.1:10901","lastError":null,"labelSets":[{"cluster":"a"}],
        "minTime":1598896800000,"maxTime":9223372036854775807}],
       "store":[{"name":"s","lastError":"no route","labelSets":[{"labels":[{"name":"x","value":"y"}]}],
        "minTime":1,"maxTime":1598896800000}]}
      """
    try await MetricsServer.run { _ in
      .data(data)
    } _: { server in
      let stores = try await server.direct.stores().value
      #expect(stores.map(\.kind) == ["sidecar", "store"])
      #expect(stores.map(\.labelSets) == [[["cluster": "a"]], [["x": "y"]]])
      #expect(stores.map(\.error) == [nil, "no route"])
      #expect(stores[0].newest == nil)
      #expect(stores[1].newest == Date(timeIntervalSince1970: 1_598_896_800))
    }
  }

  @Test func `groups of rules tell what could not be evaluated`() async throws {
    let data = """
      {"groups":[{"name":"g","file":"f","rules":[{"name":"Up"},{"name":"Down","lastError":"no"}]}]}
      """
    try await MetricsServer.run { _ in
      .data(data)
    } _: { server in
      let groups = try await server.direct.rules().value
      #expect(groups.map(\.count) == [2])
      #expect(groups[0].errors.map(\.rule) == ["Down"])
    }
  }
}
