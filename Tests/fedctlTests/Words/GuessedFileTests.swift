import Fleet
import Operate
import Testing

@testable import fedctl

/// Files out of what clusters are, whatever they are.
struct GuessedFileTests {
  /// A way of metrics, and what the hub and its two clusters run on.
  struct Case: CustomTestStringConvertible, Sendable {
    let topology: Topology
    let hub: Platform
    let clusters: [Platform]

    var testDescription: String { "\(topology) \(hub) \(clusters)" }

    static let all = Topology.allCases.flatMap { topology in
      topology.platforms.flatMap { hub in
        topology.platforms.map { Case(topology: topology, hub: hub, clusters: [hub, $0]) }
      }
    }
  }

  @Test(arguments: Case.all)
  func `a file that is written is valid as it stands`(_ fleet: Case) throws {
    let platforms = [fleet.hub] + fleet.clusters
    let contexts = zip(["hub", "a", "b"], platforms).map { name, platform in
      SurveyedContext(
        context: name,
        found: .success(SurveyedCluster(uid: name, platform: platform)),
      )
    }
    let guess = try FleetGuess(contexts, hub: nil, topology: fleet.topology)
    let text = GuessedFile.text(of: guess)
    let reading = Fleet.read(Array(text.utf8), file: "fleet.yaml")
    #expect(reading.problems.isEmpty, "\(text)\n\(reading.problems)")
    #expect(reading.fleet?.clusters.map(\.name) == ["a", "b"])
  }
}
