import Graph
package import Objects

extension Diagram {
  /// The picture of what a fleet's file asks for, as if nothing of it were there.
  ///
  /// `clusters` are in the order of the file. `folds`: whether alike clusters come together, with `mark` in place of
  /// their own names.
  ///
  /// - Throws: a circle of objects that wait for each other.
  package init(
    _ subject: Subject,
    of manifests: [Manifest],
    clusters: [String],
    hub: String,
    mark: String,
    folds: Bool,
  ) throws(DependencyCycle) {
    let changes = manifests.map { manifest in
      Change(
        .create,
        manifest.reference,
        desired: DesiredObject(
          manifest: manifest,
          body: manifest.body,
          placeholders: [],
          unavailable: [],
        ),
      )
    }
    let graph = dependencies(of: changes, hub: hub)
    guard let order = graph.order() else { throw DependencyCycle(objects: graph.cycle() ?? []) }
    let alike = Alike(manifests, clusters: clusters, hub: hub, mark: mark, folds: folds)
    var drawing = Drawing(alike)
    for object in Self.foreign(manifests) { drawing.add(object, isForeign: true) }
    for object in order { drawing.add(object) }
    for object in order {
      for prerequisite in graph.prerequisites(of: object) { drawing.join(prerequisite, object) }
    }
    for manifest in manifests {
      for handOff in manifest.drawnHandOffs {
        drawing.join(handOff.producer, manifest.reference, handOff.field)
      }
    }
    self = drawing.diagram { subject == .order || $0.object.kind.is(.workload) }
  }

  /// What the fleet reads and does not make, as the platform's certificates; each once.
  private static func foreign(_ manifests: [Manifest]) -> [ObjectReference] {
    let own = Set(manifests.map(\.reference))
    return Set(manifests.flatMap(\.drawnHandOffs).map(\.producer)).subtracting(own).sorted()
  }
}

extension Manifest {
  /// The values that go into it; not who its cluster is, which goes into every record.
  fileprivate var drawnHandOffs: [HandOff] {
    bindings.flatMap(\.values).flatMap(\.handOffs).filter { handOff in
      switch handOff.field {
      case .uid, .boundTokenExpiry: false
      case .admittedHost, .loadBalancerHost, .data, .text, .boundToken: true
      }
    }
  }
}
