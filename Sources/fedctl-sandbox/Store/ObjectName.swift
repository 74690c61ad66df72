import JSON

/// Where an object stands among those of its kind.
struct ObjectName: Hashable, Sendable, Comparable {
  /// Empty for kinds that know no namespaces.
  let namespace: String
  let name: String

  static func < (left: ObjectName, right: ObjectName) -> Bool {
    (left.namespace, left.name) < (right.namespace, right.name)
  }
}

extension JSON {
  /// Empty where there is none.
  var metadata: JSONObject { self["metadata"]?.objectValue ?? [:] }
  var name: String { metadata["name"]?.stringValue ?? "" }
  var namespace: String { metadata["namespace"]?.stringValue ?? "" }
  /// Empty before the server has given one.
  var uid: String { metadata["uid"]?.stringValue ?? "" }
  /// The revision of the cluster at the object's last write.
  var resourceVersion: String { metadata["resourceVersion"]?.stringValue ?? "" }
  /// Whether its deletion was asked for, and something holds it.
  var isTerminating: Bool { metadata["deletionTimestamp"] != nil }
  /// Who has to be done before the object may go.
  var finalizers: [String] {
    (metadata["finalizers"]?.arrayValue ?? []).compactMap(\.stringValue)
  }
}
