import JSON

/// One entry of managedFields: who wrote which fields, and how.
struct FieldOwner: Sendable {
  /// Only what was applied is given up by applying without it.
  enum Operation: String, Sendable {
    case apply = "Apply"
    case update = "Update"
  }

  let manager: String
  let operation: Operation
  /// The version in which the fields are named.
  let apiVersion: String
  /// Empty for writes to the object itself.
  let subresource: String
  /// When the fields last changed, not when the manager last wrote.
  var time: String
  var fields: FieldSet

  /// Whether two entries are of one writer.
  ///
  /// All but time and fields are the same then; who applies is the same in every version.
  func isSame(as other: FieldOwner) -> Bool {
    manager == other.manager && operation == other.operation && subresource == other.subresource
      && (operation == .apply || apiVersion == other.apiVersion)
  }

  /// By what the server sorts entries: those who apply first, each oldest first.
  fileprivate var rank: (String, String, String, String, String) {
    (operation.rawValue, time, manager, apiVersion, subresource)
  }

  /// As the message of a conflict names it.
  var conflictText: String {
    let part = subresource.isEmpty ? "" : " with subresource \"\(subresource)\""
    let name = "conflict with \"\(manager)\"\(part)"
    return operation == .apply ? name : "\(name) using \(apiVersion)"
  }

  /// The same for several conflicts.
  var groupText: String {
    let part = subresource.isEmpty ? "" : " with subresource \"\(subresource)\""
    let name = "conflicts with \"\(manager)\"\(part)"
    return operation == .apply ? name : "\(name) using \(apiVersion)"
  }
}

extension FieldOwner {
  /// Reads an entry of managedFields; nil where it names no manager or no operation.
  init?(_ entry: JSON) {
    guard let manager = entry["manager"]?.stringValue,
      let operation = entry["operation"]?.stringValue.flatMap(Operation.init)
    else { return nil }
    self.manager = manager
    self.operation = operation
    apiVersion = entry["apiVersion"]?.stringValue ?? ""
    subresource = entry["subresource"]?.stringValue ?? ""
    time = entry["time"]?.stringValue ?? ""
    fields = FieldSet(fieldsV1: entry["fieldsV1"] ?? [:])
  }

  /// As managedFields has it.
  var entry: JSON {
    var entry: JSONObject = [
      "manager": .string(manager), "operation": .string(operation.rawValue),
      "apiVersion": .string(apiVersion), "fieldsType": "FieldsV1", "fieldsV1": fields.fieldsV1,
    ]
    // A client may have written the entry without one.
    if !time.isEmpty { entry["time"] = .string(time) }
    if !subresource.isEmpty { entry["subresource"] = .string(subresource) }
    return .object(entry)
  }
}

extension JSON {
  var fieldOwners: [FieldOwner] {
    get {
      // Of two entries of one writer, the server reads the last.
      var owners: [FieldOwner] = []
      for owner in (self["metadata"]?["managedFields"]?.arrayValue ?? []).compactMap(
        FieldOwner.init
      ) {
        owners.removeAll(where: owner.isSame)
        owners.append(owner)
      }
      return owners
    }
    set {
      let sorted = newValue.filter { !$0.fields.isEmpty }.sorted { $0.rank < $1.rank }
      setMetadata("managedFields", to: sorted.isEmpty ? JSON?.none : .array(sorted.map(\.entry)))
    }
  }

  /// Sets or removes a member of an object's metadata.
  mutating func setMetadata(_ key: String, to value: JSON?) {
    guard case .object(var object) = self else { return }
    var metadata = object["metadata"]?.objectValue ?? [:]
    metadata[key] = value
    object["metadata"] = .object(metadata)
    self = .object(object)
  }
}
