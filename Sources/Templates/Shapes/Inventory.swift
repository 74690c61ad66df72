import Fleet
import JSON
import Objects

extension Site {
  /// The given objects of this cluster and the record of them.
  ///
  /// The record holds the cluster's identity, by which a context that has come to lead elsewhere is
  /// noticed, and whatever `bindings` add to it. The hub's own cluster has none: it is recorded in the hub's.
  func inventoried(_ members: [Manifest], recording bindings: [Binding]) -> [Manifest] {
    guard !isOnHub else { return members }
    let record = Manifest(
      inventory,
      [
        "metadata": [
          "labels": .map(
            podLabels(.fleet).merging([WellKnown.applySetIdentifier: ApplySet.id(of: inventory)]) {
              $1
            }
          ),
          "annotations": .map(inventoryAnnotations(members)),
        ],
        "data": ["fleet": .string(fleet)],
      ],
      bindings: [identity(of: cluster, at: Inventory.clusterKey)] + bindings,
    )
    return members + [record]
  }

  /// A key of the record that holds which cluster it is that a name of the fleet stands for.
  func identity(of cluster: String, at key: String) -> Binding {
    Binding(FieldPath(keys: "data", key), [.value(.handOff(.identity(of: cluster)))])
  }

  /// Where a cluster is and which it is, so that one that leaves the file can still be cleaned up.
  func record(of cluster: ManagedCluster) -> Binding {
    let record: Document = [
      "context": .text(cluster.context),
      "uid": .pending(.handOff(.identity(of: cluster.name))),
    ]
    return Binding(FieldPath(keys: "data", Inventory.key(of: cluster.name)), record.json)
  }

  /// What an ApplySet's parent tells of its members: their kinds, and the other namespaces they
  /// are in.
  func inventoryAnnotations(_ members: [Manifest]) -> [String: String] {
    let kinds = Set(members.map(\.reference.kind.groupKind))
    let namespaces = Set(members.compactMap(\.reference.namespace)).subtracting([namespace])
    var annotations = [
      ApplySet.toolingAnnotation: "fedctl/v1",
      ApplySet.kindsAnnotation: kinds.sorted().joined(separator: ","),
    ]
    if !namespaces.isEmpty {
      annotations[ApplySet.namespacesAnnotation] = namespaces.sorted().joined(separator: ",")
    }
    return annotations
  }
}

extension HandOff {
  /// What no two clusters have in common, and a cluster keeps for life: the uid of `kube-system`.
  static func identity(of cluster: String) -> HandOff {
    HandOff(from: ObjectReference(cluster: cluster, .namespace, name: "kube-system"), .uid)
  }
}
