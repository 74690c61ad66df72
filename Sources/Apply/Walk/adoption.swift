import JSON
import Objects
import Plan

extension JSON {
  /// A merge patch that gives fields which hands have set to fedctl's own manager.
  ///
  /// What fedctl then does not apply is removed, as if it had applied it before: without this, the
  /// leftovers of a runbook would stay beside our fields for ever. nil where no hand owns anything.
  var adoptionPatch: JSON? { takeoverPatch { ($0, nil) } }

  /// The same for an object that is the fleet's already: labels, annotations and whatever else a hand
  /// may have of its own there are left to it.
  func reclaimingPatch(desired: JSON) -> JSON? {
    takeoverPatch {
      let fields = HandsFields($0, desired: desired)
      return (fields.taken, fields.left)
    }
  }

  /// `split` tells, of the fields of a hand, which are taken and which are left to it.
  private func takeoverPatch(_ split: (JSON) -> (taken: JSON?, left: JSON?)) -> JSON? {
    let entries = metadata.managedFields
    let byHand = entries.filter(\.isWrittenByHand)
    let parts = byHand.map { ($0, split($0["fieldsV1"] ?? [:])) }
    guard parts.contains(where: { $0.1.taken != nil }) else { return nil }
    let ours = entries.filter(\.isOurs).compactMap { $0["fieldsV1"] }
    let fields = (ours + parts.compactMap(\.1.taken)).reduce([:], Self.union)
    let left = parts.compactMap { entry, part in
      part.left.map { entry.setting(FieldPath(keys: "fieldsV1"), to: $0) }
    }
    let entry: JSON = [
      "manager": .string(WellKnown.fieldManager),
      "operation": "Apply",
      "apiVersion": self["apiVersion"] ?? "v1",
      "fieldsType": "FieldsV1",
      "fieldsV1": fields,
    ]
    let others = entries.filter { !$0.isWrittenByHand && !$0.isOurs }
    return [
      "metadata": [
        // A precondition: someone who changes the object meanwhile is not overrun.
        "resourceVersion": metadata.resourceVersion.map(JSON.string) ?? .null,
        "managedFields": .array(others + left + [entry]),
      ]
    ]
  }

  private var isOurs: Bool {
    self["manager"]?.stringValue == WellKnown.fieldManager && self["operation"] == "Apply"
  }

  /// Everything that either owns.
  private static func union(_ left: JSON, _ right: JSON) -> JSON {
    guard case .object(var members) = left, case .object(let others) = right else { return right }
    for member in others {
      members[member.key] = members[member.key].map { union($0, member.value) } ?? member.value
    }
    return .object(members)
  }
}
