import JSON
import Objects
import Plan

/// What the hub's inventory says of a cluster of the fleet.
package struct ClusterRecord: Hashable, Sendable {
  /// The cluster's name in the fleet when it was recorded.
  package let name: String
  /// The context that led to it then; the kubeconfig may no longer have it.
  package let context: String
  /// The uid of namespace kube-system when the fleet was last applied there.
  package let uid: String

  package init(name: String, context: String, uid: String) {
    self.name = name
    self.context = context
    self.uid = uid
  }
}

extension ClusterRecord {
  /// Reads the records of an inventory; keys of other forms are none.
  static func records(in inventory: JSON) -> [ClusterRecord] {
    (inventory["data"]?.objectValue ?? [:]).compactMap { member in
      guard member.key.hasPrefix(Inventory.clusterPrefix), let text = member.value.stringValue,
        let record = try? JSON(parsing: text), let context = record["context"]?.stringValue,
        let uid = record["uid"]?.stringValue, !uid.isEmpty
      else { return nil }
      let name = String(member.key.dropFirst(Inventory.clusterPrefix.count))
      return ClusterRecord(name: name, context: context, uid: uid)
    }
  }
}

extension FleetLook {
  /// What the hub's inventories record; none where the hub is unknown or has none yet.
  ///
  /// Of two records of one name that in the fleet's present namespace counts.
  func records(in hub: LiveCluster?, hub name: String) -> [ClusterRecord] {
    guard case .reached(let snapshot) = hub else { return [] }
    var names: Set<String> = []
    return inventories(in: snapshot).flatMap(ClusterRecord.records)
      .filter { names.insert($0.name).inserted }
  }

  /// The fleet's inventories on a cluster, that of its present namespace first: a fleet whose namespace was
  /// changed in the file has another where it was before.
  func inventories(in snapshot: ClusterSnapshot) -> [JSON] {
    let places = snapshot.objects.filter {
      $0.key.kind == .configMap && $0.key.name == Inventory.name
        && ($0.key.namespace == namespace || $0.value.metadata.label(WellKnown.fleetLabel) == fleet)
    }
    return places.sorted {
      ($0.key.namespace == namespace ? 0 : 1, $0.key) < (
        $1.key.namespace == namespace ? 0 : 1, $1.key,
      )
    }.map(\.value)
  }
}
