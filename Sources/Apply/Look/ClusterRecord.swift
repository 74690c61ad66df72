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
  /// None where the hub is unknown or has no inventory yet.
  func records(in hub: LiveCluster?, hub name: String) -> [ClusterRecord] {
    guard case .reached(let snapshot) = hub else { return [] }
    let inventory = ObjectReference(
      cluster: name,
      .configMap,
      namespace: namespace,
      name: Inventory.name,
    )
    return snapshot.objects[inventory].map(ClusterRecord.records) ?? []
  }
}
