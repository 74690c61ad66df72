import Fleet
import JSON
import Objects

extension Site {
  /// Groups of rules and alerts for whatever Prometheus chooses the fleet's objects.
  ///
  /// - `name`: the part's where none is given.
  /// - `kind`: that of another operator, where it is another's.
  func rules(
    _ groups: [JSON],
    named name: String? = nil,
    of part: Part,
    as kind: ResourceKind = .prometheusRule,
  ) -> Manifest {
    let spec: JSON = ["groups": .array(groups)]
    return manifest(kind, name ?? part.name, of: part, ["spec": spec])
  }

  /// What the fleet file has a cluster's Prometheus record and notice besides; nothing where it says nothing.
  func ownRules(of cluster: ManagedCluster, as kind: ResourceKind = .prometheusRule) -> [Manifest] {
    guard !cluster.rules.groups.isEmpty else { return [] }
    return [rules(cluster.rules.groups, named: "own-rules", of: .prometheus, as: kind)]
  }
}
