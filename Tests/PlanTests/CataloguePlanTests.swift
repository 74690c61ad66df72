import JSON
import Objects
import Plan
import Testing

/// What a catalogue lacks of what a Subscription asks for.
@Suite struct CataloguePlanTests {
  private let spec: JSON = [
    "name": "prometheus", "channel": "beta", "source": "community", "sourceNamespace": "market",
    "startingCSV": "prometheusoperator.v0.56.3",
  ]

  private func offering(_ status: JSON) -> [ObjectReference: JSON] {
    let package = reference(.packageManifest, "prometheus", in: "market")
    return [package: ["status": status]]
  }

  private func gaps(
    _ objects: [ObjectReference: JSON],
    notServed: Set<ResourceKind> = [],
  ) throws -> [Obstacle] {
    var state = live(objects)
    if case .reached(var snapshot) = state.clusters[hub] {
      snapshot.notServed = notServed
      state.clusters[hub] = .reached(snapshot)
    }
    let plan = try planning([manifest(.subscription, "prometheus", ["spec": spec])], state)
    return plan.changes.flatMap(\.obstacles)
  }

  private static let beta: JSON = [
    "name": "beta", "entries": [["name": "prometheusoperator.v0.56.3"]],
  ]

  @Test(
    arguments: [
      (["catalogSource": "community", "channels": [beta]], nil),
      // An older package server tells the newest version alone.
      (["channels": [["name": "beta", "currentCSV": "prometheusoperator.v0.65.1"]]], nil),
      (
        ["catalogSource": "certified", "channels": [beta]],
        .source("community", there: "certified"),
      ),
      (["channels": [["name": "alpha"]]], .channel("beta", there: ["alpha"])),
      (
        ["channels": [["name": "beta", "entries": [["name": "prometheusoperator.v0.47.0"]]]]],
        .version("prometheusoperator.v0.56.3", there: ["prometheusoperator.v0.47.0"]),
      ),
    ] as [(JSON, CatalogueGap?)]
  )
  func `what is offered is held to what is asked for`(status: JSON, gap: CatalogueGap?) throws {
    #expect(try gaps(offering(status)) == (gap.map { [.catalogue($0)] } ?? []))
  }

  @Test func `a package that is nowhere is told, where the cluster tells of packages at all`()
    throws
  {
    #expect(try gaps([:]) == [.catalogue(.package("prometheus", source: "community"))])
    #expect(try gaps([:], notServed: [.packageManifest]).isEmpty)
  }

  @Test func `what is installed is not looked for`() throws {
    let subscription = manifest(.subscription, "prometheus", ["spec": spec])
    let installed = subscription.applied.merging(
      ["status": ["installedCSV": "prometheusoperator.v0.56.3"]]
    )
    #expect(try gaps([subscription.reference: installed]).isEmpty)
  }
}
