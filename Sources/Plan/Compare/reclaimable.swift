package import JSON
import Objects

/// A manager's fields, as `fieldsV1` has them, split into what the fleet takes back from a hand and what it leaves there.
///
/// Labels and annotations are everybody's, a workload's template's too (`restartedAt`), and so is all
/// other metadata; how many replicas there are is left to whoever set it where the fleet says nothing.
package struct HandsFields: Sendable {
  /// nil where the hand owns nothing that is taken back.
  package let taken: JSON?
  /// nil where nothing is left to it.
  package let left: JSON?

  /// `desired` is the object as the fleet wants it.
  package init(_ fieldsV1: JSON, desired: JSON) {
    let leavesReplicas = desired["spec"]?["replicas"] == nil
    (taken, left) = Self.split(fieldsV1, below: "", leavesReplicas: leavesReplicas)
  }

  private static func split(
    _ fields: JSON,
    below parent: String,
    leavesReplicas: Bool,
  ) -> (JSON?, JSON?) {
    var taken = JSONObject()
    var left = JSONObject()
    for member in fields.objectValue ?? [:] {
      if member.key == "f:metadata"
        || leavesReplicas && parent == "f:spec" && member.key == "f:replicas"
      {
        left[member.key] = member.value
        continue
      }
      guard member.value.objectValue?.isEmpty == false else {
        taken[member.key] = member.value
        continue
      }
      let parts = split(member.value, below: member.key, leavesReplicas: leavesReplicas)
      if let part = parts.0 { taken[member.key] = part }
      if let part = parts.1 { left[member.key] = part }
    }
    return (taken.isEmpty ? nil : .object(taken), left.isEmpty ? nil : .object(left))
  }
}

extension JSON {
  /// Whether an entry of `managedFields` is a person's, about the object itself.
  package var isWrittenByHand: Bool {
    (self["subresource"]?.stringValue ?? "").isEmpty
      && FieldManager.isByHand(self["manager"]?.stringValue ?? "")
  }
}

/// The places of a live object that hands own, that the fleet does not want, and that it takes back.
///
/// `isOurs` tells the fleet's own object from one that is adopted, of which a hand keeps nothing.
package func reclaimable(in live: JSON, desired: JSON, isOurs: Bool) -> [FieldPath] {
  var seen: Set<FieldPath> = []
  return live.metadata.managedFields.filter(\.isWrittenByHand).flatMap { entry -> [FieldPath] in
    let fields = entry["fieldsV1"] ?? [:]
    let taken = isOurs ? HandsFields(fields, desired: desired).taken : fields
    return abandoned(FieldSet(fieldsV1: taken ?? [:]), desired: desired)
  }
  .filter { seen.insert($0).inserted && live[$0] != nil }
}

extension LiveState {
  /// The places of a desired object's live form that apply takes back from hands; none where it is
  /// another fleet's, or others write it as well.
  package func takenBack(for desired: DesiredObject) -> [FieldPath] {
    guard let live = self[desired.reference], !desired.isShared else { return [] }
    let owner = Self.owner(of: live)
    let isOurs = owner == Self.owner(of: desired.body)
    guard isOurs || owner == nil else { return [] }
    return reclaimable(in: live, desired: desired.body, isOurs: isOurs)
  }
}

extension FieldSet {
  /// Whether a field that is owned as a whole, as a selector is, has another value than the one that is desired.
  ///
  /// Part by part it may have all that is desired, and something more.
  func holdsOther(_ live: JSON, than desired: JSON) -> Bool {
    children.contains { element, fields in
      guard let now = element.part(of: live), let wanted = element.part(of: desired) else {
        return false
      }
      return fields.isLeaf ? now != wanted : fields.holdsOther(now, than: wanted)
    }
  }
}
