import Facts
import JSON
import TestSupport
import Testing

@testable import Fleet

@Suite struct GroupTests {
  private static let groups = """
    defaults: {externalLabels: {stage: prod, site: none, size: s}}
    groups:
      far: {externalLabels: {site: far, size: m}}
      big: {externalLabels: {size: l}}
    """

  private func sample(_ groups: String, more: String = groups) -> Sample {
    Sample.receive(cluster: "groups: [\(groups)], externalLabels: {stage: test}", more: more)
  }

  private func labels(_ groups: String) throws -> [String: String] {
    let reading = sample(groups).reading
    let cluster = try #require(reading.fleet?.clusters.first, "\(facts(reading))")
    return Dictionary(uniqueKeysWithValues: cluster.externalLabels.map { ($0.name, $0.value) })
  }

  @Test func `a cluster's own keys win over its groups', the later win, and all over the defaults`()
    throws
  {
    let far = ["cluster": "a", "stage": "test", "site": "far", "size": "m"]
    #expect(try labels("far") == far)
    #expect(try labels("far, big") == far.merging(["size": "l"]) { $1 })
    #expect(try labels("big, far") == far)
  }

  @Test func `a cluster without groups has the defaults alone`() throws {
    let fleet = try #require(sample("far").reading.fleet)
    #expect(fleet.clusters.last?.externalLabels.contains { $0.value == "none" } == true)
    #expect(fleet.groups == ["far": ["a"]])
  }

  @Test func `a group is one of the file's, and has a cluster`() {
    let expected: [FleetFact] = [
      .cluster(.unknownGroup("bigg", known: ["far", "big"])), .cluster(.emptyGroup("big")),
    ]
    #expect(facts(sample("far, bigg").reading) == expected)
    let severities = sample("far").reading.problems.map(\.severity)
    #expect(severities == [.warning])
  }

  @Test func `what is wrong with a group is told at its place`() {
    let more = "groups:\n  far: {platformSeries: {match: ['{}']}, nonsense: 1}"
    let problems = sample("far", more: more).reading.problems
    #expect(problems.contains { $0.fact == .federate(.everything(selector: "{}")) })
    #expect(
      problems.contains {
        if case .table(.unknownKey("nonsense", _, _)) = $0.fact { true } else { false }
      }
    )
  }

  @Test func `each setting of a cluster tells where it comes from`() throws {
    let text = sample("far, big").text
    let settings = try #require(
      Fleet.settings(of: "a", in: Array(text.utf8), file: "fleet.yaml", FleetInputs())
    )
    let origins = Dictionary(
      uniqueKeysWithValues: settings.map { ($0.path.description, $0.origin.owner) }
    )
    #expect(origins["externalLabels.stage"] == "cluster")
    #expect(origins["externalLabels.site"] == "far")
    #expect(origins["externalLabels.size"] == "big")
    #expect(origins["remoteWrite.match"] == "standard" || origins["sampleApplication"] == nil)
    let none = Fleet.settings(of: "x", in: Array(text.utf8), file: "fleet.yaml", FleetInputs())
    #expect(none == nil)
  }
}

extension ClusterSetting.Origin {
  /// Without the place.
  fileprivate var owner: String {
    switch self {
    case .cluster: "cluster"
    case .group(let name, _): name
    case .defaults: "defaults"
    case .file: "file"
    case .standard: "standard"
    }
  }
}
