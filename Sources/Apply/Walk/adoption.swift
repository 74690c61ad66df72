import JSON
import Objects
import Plan

extension JSON {
  /// A merge patch that gives fields which hands have set to fedctl's own manager.
  ///
  /// What fedctl then does not apply is removed, as if it had applied it before: without this, the
  /// leftovers of a runbook would stay beside our fields for ever. nil where no hand owns anything.
  var adoptionPatch: JSON? {
    let entries = metadata.managedFields
    let byHand = entries.filter(\.isWrittenByHand)
    guard !byHand.isEmpty else { return nil }
    let ours = entries.filter(\.isOurs)
    let fields = (ours + byHand).compactMap { $0["fieldsV1"] }.reduce([:], Self.union)
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
        "managedFields": .array(others + [entry]),
      ]
    ]
  }

  private var isWrittenByHand: Bool {
    (self["subresource"]?.stringValue ?? "").isEmpty
      && FieldManager.isByHand(self["manager"]?.stringValue ?? "")
  }

  private var isOurs: Bool {
    self["manager"]?.stringValue == WellKnown.fieldManager && self["operation"] == "Apply"
  }

  private static func union(_ left: JSON, _ right: JSON) -> JSON {
    guard case .object(var members) = left, case .object(let others) = right else { return right }
    for member in others {
      members[member.key] = members[member.key].map { union($0, member.value) } ?? member.value
    }
    return .object(members)
  }
}
