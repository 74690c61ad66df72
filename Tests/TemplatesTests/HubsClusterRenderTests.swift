import JSON
import Objects
import Templates
import Testing

@testable import Fleet

/// A hub that is monitored itself: its own cluster's objects stand beside the hub's, and neither takes the other's.
@Suite struct HubsClusterRenderTests {
  private static let examples = [
    Example.platform, .receive, .kubernetes, .federate, .sidecar, .collector,
    .collectorOnKubernetes,
    Example.receive.varied("watched") {
      $0.receiving.thanos.monitoring = .existing(.userWorkloads)
      $0.hub.alertmanagers = ["https://hub.example.com"]
      $0.clusters[0].alertmanagers = ["https://cluster.example.com"]
    },
    Example.federate.varied("alertmanagers") {
      $0.hub.alertmanagers = ["https://hub.example.com"]
      $0.clusters[0].alertmanagers = ["https://cluster.example.com"]
    },
  ]

  /// The fleet with its first cluster on the hub.
  private func shared(_ fleet: Fleet) -> Fleet {
    var fleet = fleet
    fleet.clusters[0].isOnHub = true
    fleet.clusters[0].context = fleet.hub.context
    fleet.clusters[0].platform = fleet.hub.platform
    return fleet
  }

  private func manifests(_ fleet: Fleet, _ example: Example) throws -> [Manifest] {
    try render(fleet, example.bundles).manifests
  }

  @Test(arguments: examples)
  func `each object stands once, on a cluster that there is`(_ example: Example) throws {
    let fleet = shared(example.fleet)
    let references = try manifests(fleet, example).map(\.reference)
    #expect(Set(references).count == references.count)
    #expect(Set(references.map(\.cluster)) == Set([fleet.hub.name, fleet.clusters[1].name]))
  }

  @Test(arguments: examples)
  func `the hub has what it has for any cluster, and all that is the cluster's is marked`(
    _ example: Example
  ) throws {
    let fleet = shared(example.fleet)
    let own = fleet.clusters[0].name
    var apart = fleet
    apart.clusters[0].isOnHub = false
    let hubs = try manifests(apart, example).map(\.reference).filter { $0.cluster != own }
    let all = try manifests(fleet, example)
    #expect(Set(all.filter { $0.owner != own }.map(\.reference)) == Set(hubs))
    for manifest in all where manifest.owner == own {
      #expect(manifest.body.metadata.label(WellKnown.managedCluster) == own)
    }
    #expect(all.contains { $0.owner == own })
  }

  @Test(arguments: examples)
  func `one inventory records everything on the hub, and no cluster that is the hub`(
    _ example: Example
  ) throws {
    let fleet = shared(example.fleet)
    let hub = try manifests(fleet, example).filter { $0.reference.cluster == fleet.hub.name }
    let inventory = try #require(hub.first { $0.reference.name == Inventory.name })
    #expect(hub.count { $0.reference.name == Inventory.name } == 1)
    let recorded = Set(try #require(ApplySet.groupKinds(recordedBy: inventory.body)))
    let members = hub.filter { $0.reference != inventory.reference }
    #expect(recorded == Set(members.map(\.reference.kind.groupKind)))
    let keys = inventory.bindings.map(\.path)
    let key = { FieldPath(keys: "data", Inventory.key(of: $0)) }
    #expect(!keys.contains(key(fleet.clusters[0].name)))
    #expect(keys.contains(key(fleet.clusters[1].name)))
  }

  /// The selectors of a Prometheus or a stack, and of monitors, that choose objects of the fleet by labels.
  private static let selectors = [
    "serviceMonitorSelector", "ruleSelector", "scrapeConfigSelector", "resourceSelector",
    "selector",
  ]

  @Test(arguments: examples)
  func `nothing on the hub is scraped, recorded or told by the other of the two`(
    _ example: Example
  ) throws {
    let fleet = shared(example.fleet)
    let hub = try manifests(fleet, example).filter { $0.reference.cluster == fleet.hub.name }
    let choosers: [ResourceKind] = [.prometheus, .serviceMonitor, .monitoringStack]
    for chooser in hub where choosers.contains(chooser.reference.kind) {
      for selector in Self.selectors {
        guard let labels = chooser.body["spec"]?[selector]?["matchLabels"]?.objectValue,
          labels["fedctl.dev/fleet"] != nil
        else { continue }
        let chosen = hub.filter { object in
          labels.allSatisfy { object.body["metadata"]?["labels"]?[$0.key] == $0.value }
        }
        #expect(Set(chosen.map(\.owner)).subtracting([chooser.owner]).isEmpty)
      }
    }
  }

  @Test func `an own monitor of the hub scrapes the hub's pods alone`() throws {
    var fleet = shared(.watched)
    let text = { (fleet: Fleet) in
      try render(fleet).manifests.first {
        $0.reference.name == "hub-monitor" && $0.reference.kind == .configMap
      }?
      .body["data"]?["prometheus.yaml"]?.stringValue ?? ""
    }
    #expect(try text(fleet).contains("__meta_kubernetes_pod_label_fedctl_dev_cluster"))
    fleet.clusters[0].isOnHub = false
    #expect(try !text(fleet).contains("__meta_kubernetes_pod_label_fedctl_dev_cluster"))
  }

  @Test
  func `the namespace admits the node exporter, and stays the hub's`()
    throws
  {
    let fleet = shared(Example.federate.fleet)
    let namespace = try render(fleet).manifests.first {
      $0.reference.kind == .namespace && $0.reference.cluster == fleet.hub.name
    }
    let labels = try #require(namespace?.body.metadata)
    #expect(labels.label("pod-security.kubernetes.io/enforce") == "privileged")
    #expect(labels.label(WellKnown.managedCluster) == nil)
  }
}
