import Fleet
import JSON
import Objects

extension Site {
  /// Which cluster of the fleet an object is on.
  static let clusterLabel = "fedctl.dev/cluster"

  /// What selects the pods of one part: these never change, because selectors cannot.
  func selector(_ part: Part) -> [String: String] {
    ["app.kubernetes.io/name": part.name, "app.kubernetes.io/instance": fleet]
  }

  /// The pods of one part, as objects that choose by labels have it.
  func matching(_ part: Part) -> JSON { ["matchLabels": .map(selector(part))] }

  /// What every object and every pod of the fleet bears.
  var memberLabel: JSON { [WellKnown.fleetLabel: .string(fleet)] }

  /// All of them, as objects that choose by labels have it.
  var everyMember: JSON { ["matchLabels": memberLabel] }

  /// The labels of the pods of one part.
  func podLabels(_ part: Part) -> [String: String] {
    selector(part).merging([
      WellKnown.component: part.component,
      "app.kubernetes.io/part-of": fleet,
      "app.kubernetes.io/managed-by": "fedctl",
      WellKnown.fleetLabel: fleet,
      Self.clusterLabel: cluster,
    ]) { $1 }
  }

  /// The labels of an object that fedctl applies, and removes when it has left the fleet file.
  func memberLabels(_ part: Part) -> [String: String] {
    podLabels(part).merging([WellKnown.applySetPartOf: applySet]) { $1 }
  }

  /// Those of them that are nobody's but the fleet's.
  var markLabels: [String: String] {
    [
      WellKnown.fleetLabel: fleet, Self.clusterLabel: cluster,
      WellKnown.applySetPartOf: applySet,
    ]
  }
}

extension ManagedCluster {
  /// What an object of the hub bears that is there for this cluster alone.
  var mark: JSON { ["metadata": ["labels": [WellKnown.managedCluster: .string(name)]]] }
}
