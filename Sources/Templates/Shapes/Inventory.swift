import Fleet
import JSON
import Objects

extension Site {
  /// The given objects of this cluster and the record of them.
  ///
  /// The record holds the cluster's identity, by which a context that has come to lead elsewhere is
  /// noticed, and whatever `bindings` add to it.
  func inventoried(_ members: [Manifest], recording bindings: [Binding]) -> [Manifest] {
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
    let namespace = ObjectReference(cluster: cluster, .namespace, name: "kube-system")
    return Binding(
      FieldPath(keys: "data", key),
      [.value(.handOff(HandOff(from: namespace, .uid)))],
    )
  }

  /// Where a cluster is and which it is, so that one that leaves the file can still be cleaned up.
  func record(of cluster: ManagedCluster) -> Binding {
    let path = FieldPath(keys: "data", Inventory.key(of: cluster.name))
    let identity = ObjectReference(cluster: cluster.name, .namespace, name: "kube-system")
    let context = JSON.string(cluster.context).text()
    return Binding(
      path,
      [
        .text("{\"context\":\(context),\"uid\":"),
        .quoted(.handOff(HandOff(from: identity, .uid))),
        .text("}"),
      ],
    )
  }

  private func inventoryAnnotations(_ members: [Manifest]) -> [String: String] {
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
