import Fleet
import JSON
package import Objects

extension Site {
  /// Which cluster of the fleet an object is for, which is the one that it is on, but for those of the hub's own cluster.
  static let clusterLabel = "fedctl.dev/cluster"

  /// What selects the pods of one part: these never change, because selectors cannot.
  func selector(_ part: Part) -> [String: String] {
    ["app.kubernetes.io/name": part.name, "app.kubernetes.io/instance": fleet]
  }

  /// The pods of one part, as objects that choose by labels have it.
  func matching(_ part: Part) -> JSON { ["matchLabels": .map(selector(part))] }

  /// What every object and every pod of the fleet bears.
  var memberLabel: JSON { [WellKnown.fleetLabel: .string(fleet)] }

  /// Everything of the fleet on the cluster, as objects that choose by labels have it; on a hub that is monitored itself,
  /// without what is there for the other of the two.
  var everyMember: JSON {
    guard isShared else { return ["matchLabels": memberLabel] }
    return ["matchLabels": memberLabel.merging([Self.clusterLabel: .string(owner)])]
  }

  /// Whether its objects stand beside the hub's.
  var isOnHub: Bool { owner != cluster }

  /// The labels of the pods of one part.
  func podLabels(_ part: Part) -> [String: String] {
    selector(part).merging([
      WellKnown.component: part.component,
      "app.kubernetes.io/part-of": fleet,
      "app.kubernetes.io/managed-by": "fedctl",
      WellKnown.fleetLabel: fleet,
      Self.clusterLabel: owner,
    ]) { $1 }
  }

  /// The labels of an object that fedctl applies, and removes when it has left the fleet file.
  func memberLabels(_ part: Part) -> [String: String] {
    podLabels(part).merging(markLabels) { $1 }
  }

  /// Those of them that are nobody's but the fleet's.
  ///
  /// What stands on the hub for its own cluster is marked as all is that the hub has for one cluster.
  var markLabels: [String: String] {
    [
      WellKnown.fleetLabel: fleet, Self.clusterLabel: owner,
      WellKnown.applySetPartOf: ApplySet.id(of: inventory),
    ].merging(isOnHub ? [WellKnown.managedCluster: owner] : [:]) { $1 }
  }

  /// The parent of the cluster's apply set.
  var inventory: ObjectReference { reference(.configMap, Inventory.name) }
}

extension ManagedCluster {
  /// What an object of the hub bears that is there for this cluster alone.
  var mark: JSON { ["metadata": ["labels": [WellKnown.managedCluster: .string(name)]]] }
}

extension Manifest {
  /// The cluster of the file that it is for, by its labels.
  package var owner: String { body.metadata.label(Site.clusterLabel) ?? reference.cluster }
}
