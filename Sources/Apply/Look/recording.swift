import JSON
import Objects
import Plan

extension Manifest {
  /// The hub's inventory with those clusters added that it must not forget yet.
  func recording(_ findings: Findings, hub: String) -> Manifest {
    guard reference.cluster == hub, reference.kind == .configMap,
      reference.name == Inventory.name
    else { return self }
    return findings.unforgotten.reduce(into: self) { inventory, record in
      let text: JSON = ["context": .string(record.context), "uid": .string(record.uid)]
      let path = FieldPath(keys: "data", Inventory.key(of: record.name))
      inventory.body = inventory.body.setting(path, to: .string(text.text()))
    }
  }
}
