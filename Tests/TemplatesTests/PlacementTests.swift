import JSON
import Objects
import Templates
import Testing

@testable import Fleet

/// Where pods run, and how many of them a drained node may take.
@Suite struct PlacementTests {
  @Test(arguments: Example.variants)
  func `several pods of one part are spread over nodes and zones`(_ example: Example) throws {
    for manifest in try render(example.fleet, example.bundles).manifests {
      guard let pod = manifest.podSpec, let labels = manifest.podLabels else { continue }
      let count = manifest.body["spec"]?["replicas"]?.integerValue ?? 1
      let constraints = pod["topologySpreadConstraints"]?.arrayValue ?? []
      guard count > 1 else {
        #expect(constraints.isEmpty, "\(manifest.reference)")
        continue
      }
      #expect(
        constraints.map { $0["topologyKey"]?.stringValue } == [
          "kubernetes.io/hostname", "topology.kubernetes.io/zone",
        ],
        "\(manifest.reference)",
      )
      for constraint in constraints {
        let chosen = try #require(constraint["labelSelector"]?["matchLabels"])
        #expect(labels.contains(chosen), "\(manifest.reference)")
      }
    }
  }

  @Test(arguments: Example.variants)
  func `wherever a part has several pods a drained node leaves most of them`(_ example: Example)
    throws
  {
    let manifests = try render(example.fleet, example.bundles).manifests
    let budgets = manifests.filter { $0.reference.kind == .podDisruptionBudget }
    // The sample application is only there to be looked at.
    for manifest in manifests
    where manifest.podSpec != nil && manifest.reference.namespace == example.fleet.namespace {
      let count = manifest.body["spec"]?["replicas"]?.integerValue ?? 1
      guard count > 1, let labels = manifest.podLabels else { continue }
      let budget = budgets.first { budget in
        budget.reference.cluster == manifest.reference.cluster
          && budget.body["spec"]?["selector"]?["matchLabels"].map(labels.contains) == true
      }
      let away = try #require(budget?.body["spec"]?["maxUnavailable"]?.integerValue)
      #expect(away < count)
    }
  }

  /// Copies of each sample, pods that may be away, and whether copies may share a node.
  @Test(arguments: [
    (1, 1, "ScheduleAnyway"), (2, 1, "DoNotSchedule"), (3, 1, "DoNotSchedule"),
    (5, 2, "DoNotSchedule"),
  ])
  func `of receive's pods no more are away than can be spared`(
    copies: Int,
    away: Int,
    unsatisfiable: String,
  ) throws {
    var fleet = Example.atScale.fleet
    fleet.receiving.receive.replicationFactor = copies
    let manifests = try render(fleet).manifests(on: "hub")
    let budget = manifests.first {
      $0.reference.kind == .podDisruptionBudget && $0.reference.name == "thanos-receive"
    }
    #expect(budget?.body["spec"]?["maxUnavailable"] == .integer(Int64(away)))
    let pod = manifests.first {
      $0.reference.kind == .statefulSet && $0.reference.name == "thanos-receive"
    }?.podSpec
    let constraint = pod?["topologySpreadConstraints"]?[0]
    #expect(constraint?["whenUnsatisfiable"] == .string(unsatisfiable))
  }

  @Test func `the file's own wishes stand in the pods`() throws {
    let affinity: JSON = [
      "podAntiAffinity": ["preferredDuringSchedulingIgnoredDuringExecution": []]
    ]
    var fleet = Example.receive.fleet
    fleet.receiving.thanos.querier.affinity = affinity
    fleet.receiving.thanos.querier.priorityClass = "monitoring"
    fleet.clusters[0].writer.prometheus.component.affinity = affinity
    fleet.clusters[0].writer.prometheus.component.priorityClass = "monitoring"
    let manifests = try render(fleet).manifests
    let querier = manifests.first {
      $0.reference.kind == .deployment && $0.reference.name == "thanos-querier"
    }
    let prometheus = manifests.first { $0.reference.kind == .prometheus }
    for pod in [querier, prometheus].map({ $0?.podSpec }) {
      #expect(pod?["affinity"] == affinity)
      #expect(pod?["priorityClassName"] == "monitoring")
    }
  }
}
