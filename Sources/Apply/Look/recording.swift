import JSON
import Objects
import Plan

extension Manifest {
  /// The hub's inventory with those clusters that it must not forget yet, and those that it knows better.
  ///
  /// A record pairs a uid with the context that led to it. A context from the file that does not answer, or
  /// that leads to another cluster, has led to nothing: beside the old uid it would send the cleaning up of
  /// the cluster elsewhere for ever.
  func recording(_ findings: Findings, hub: String) -> Manifest {
    guard reference.cluster == hub, reference.kind == .configMap,
      reference.name == Inventory.name
    else { return self }
    return findings.unconfirmed.reduce(into: self) { inventory, record in
      let text: JSON = ["context": .string(record.context), "uid": .string(record.uid)]
      let path = FieldPath(keys: "data", Inventory.key(of: record.name))
      inventory.bindings.removeAll { $0.path == path }
      inventory.body = inventory.body.setting(path, to: .string(text.text()))
    }
  }
}

extension Manifest {
  /// An inventory that goes on to record the kinds that it has recorded so far.
  ///
  /// Of others than those nothing is looked for: an object of a kind that the fleet file no longer asks for must
  /// be found until it has gone, in however many runs.
  func keepingKinds(of live: LiveState) -> Manifest {
    guard reference.kind == .configMap, reference.name == Inventory.name,
      let live = live[reference], let recorded = ApplySet.groupKinds(recordedBy: live),
      let wanted = ApplySet.groupKinds(recordedBy: body)
    else { return self }
    var inventory = self
    let path = FieldPath(keys: "metadata", "annotations", ApplySet.kindsAnnotation)
    let kinds = Set(wanted).union(recorded).sorted().joined(separator: ",")
    inventory.body = body.setting(path, to: .string(kinds))
    return inventory
  }
}
