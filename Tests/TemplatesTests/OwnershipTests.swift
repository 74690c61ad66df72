import Fleet
import JSON
import Objects
import Templates
import Testing

@Suite struct OwnershipTests {
  @Test(arguments: Example.variants)
  func `every object says whose it is`(_ example: Example) throws {
    let fleet = example.fleet
    for manifest in try render(fleet).manifests {
      let labels = manifest.body["metadata"]?["labels"]
      let name = JSON.string(fleet.name)
      #expect(labels?["fedctl.dev/fleet"] == name)
      #expect(labels?["fedctl.dev/cluster"] == .string(manifest.reference.cluster))
      // An object that others write too may have these labels of theirs.
      let isOurs = manifest.sharedText == nil
      #expect((labels?["app.kubernetes.io/managed-by"] == "fedctl") == isOurs)
      #expect((labels?["app.kubernetes.io/part-of"] == name) == isOurs)
      #expect((labels?["app.kubernetes.io/instance"] == name) == isOurs)
      #expect((labels?["app.kubernetes.io/name"] != nil) == isOurs)
      #expect((labels?["app.kubernetes.io/component"] != nil) == isOurs)
    }
  }

  @Test(arguments: Example.variants)
  func `the inventory is the parent of everything else on its cluster`(
    _ example: Example
  ) throws {
    for cluster in example.clusters {
      let manifests = try render(example.fleet, example.bundles).manifests(on: cluster)
      let parent = try #require(manifests.first { $0.reference.name == "fedctl-inventory" })
      let members = manifests.filter { $0.reference != parent.reference }
      let id = parent.body["metadata"]?["labels"]?[WellKnown.applySetIdentifier]
      #expect(id == .string(ApplySet.id(of: parent.reference)))
      #expect(parent.body["metadata"]?["labels"]?[WellKnown.applySetPartOf] == nil)
      for member in members {
        #expect(member.body["metadata"]?["labels"]?[WellKnown.applySetPartOf] == id)
      }
      let kinds = parent.annotation(ApplySet.kindsAnnotation)
      #expect(Set(kinds) == Set(members.map(\.reference.kind.groupKind)))
      #expect(kinds == kinds.sorted())
      let namespaces = Set(members.compactMap(\.reference.namespace))
      #expect(
        Set(parent.annotation(ApplySet.namespacesAnnotation))
          == namespaces.subtracting([example.fleet.namespace])
      )
    }
  }

  /// By the mark a teardown of one cluster finds what goes with it.
  @Test(arguments: Example.variants)
  func `what the hub has for one cluster alone says for which`(_ example: Example) throws {
    let all = try render(example.fleet, example.bundles).manifests(on: example.fleet.hub.name)
    for cluster in example.fleet.clusters where example.fleet.clusters.count > 1 {
      var fewer = example.fleet
      fewer.clusters.removeAll { $0.name == cluster.name }
      let rest = try render(fewer, example.bundles).manifests(on: fewer.hub.name)
      let left = Set(rest.map(\.reference))
      let own = all.filter { !left.contains($0.reference) }
      #expect(
        own.allSatisfy { $0.body.metadata.label(WellKnown.managedCluster) == cluster.name },
        "\(own.map(\.reference.description))",
      )
      let marked = all.filter { $0.body.metadata.label(WellKnown.managedCluster) == cluster.name }
      #expect(marked.map(\.reference) == own.map(\.reference))
    }
  }

  @Test func `the hub's inventory records each managed cluster's context and identity`() throws {
    let example = Example.receive
    let hub = try render(example.fleet, example.bundles).manifests(on: example.fleet.hub.name)
    let parent = try #require(hub.first { $0.reference.name == Inventory.name })
    let values = parent.bindings.flatMap(\.values)
    let resolved = try parent.resolved(Dictionary(values.map { ($0, "a-uid") }) { $1 })
    for cluster in example.fleet.clusters {
      let text = try #require(resolved["data"]?[Inventory.key(of: cluster.name)]?.stringValue)
      #expect(try JSON(parsing: text) == ["context": .string(cluster.context), "uid": "a-uid"])
    }
  }

  @Test(arguments: Example.variants)
  func `nothing is rendered that others own`(_ example: Example) throws {
    let fleet = example.fleet
    for manifest in try render(fleet).manifests {
      switch manifest.reference.kind {
      case .namespace:
        #expect([fleet.namespace, "reverse-words-app"].contains(manifest.reference.name))
      case .route: #expect(manifest.body["spec"]?["host"] == nil)
      case .serviceAccount: #expect(manifest.body["secrets"] == nil)
      case .secret: #expect(manifest.body["stringData"] == nil)
      default: break
      }
      #expect(manifest.body["status"] == nil)
    }
  }

  @Test(arguments: Example.examples)
  func `every kind that is rendered is one that plans look for`(_ example: Example) throws {
    for manifest in try render(example.fleet, example.bundles).manifests {
      #expect(manifest.reference.kind.is(.owned))
    }
  }
}

extension Manifest {
  fileprivate func annotation(_ key: String) -> [String] {
    let text = body["metadata"]?["annotations"]?[key]?.stringValue ?? ""
    return text.split(separator: ",").map(String.init)
  }
}
