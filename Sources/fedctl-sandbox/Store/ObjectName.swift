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
  var metadata: JSONObject { self["metadata"]?.objectValue ?? [:] }
  var name: String { metadata["name"]?.stringValue ?? "" }
  var namespace: String { metadata["namespace"]?.stringValue ?? "" }
  var uid: String { metadata["uid"]?.stringValue ?? "" }
  var resourceVersion: String { metadata["resourceVersion"]?.stringValue ?? "" }
  var isTerminating: Bool { metadata["deletionTimestamp"] != nil }
  var finalizers: [String] {
    (metadata["finalizers"]?.arrayValue ?? []).compactMap(\.stringValue)
  }
}
