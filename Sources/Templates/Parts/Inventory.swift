import JSON
import Manifest

extension Site {
  /// The given objects of this cluster and the record of them.
  ///
  /// `data` joins the fleet's name and the cluster's identity, by which a context that has come to
  /// lead elsewhere is noticed.
  func inventoried(_ members: [Manifest], data: JSON = [:]) -> [Manifest] {
    let namespace = ObjectReference(cluster: cluster, .namespace, name: "kube-system")
    let record = Manifest(
      inventory,
      [
        "metadata": [
          "labels": .map(
            podLabels(.fleet).merging([ApplySet.idLabel: ApplySet.id(of: inventory)]) { $1 }
          ),
          "annotations": .map(inventoryAnnotations(members)),
        ],
        "data": (["fleet": .string(fleet)] as JSON).merging(data),
      ],
      bindings: [
        Binding(
          FieldPath(keys: "data", "clusterUID"),
          [.value(.handOff(HandOff(from: namespace, .uid)))],
        )
      ],
    )
    return members + [record]
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
