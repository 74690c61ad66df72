import JSON

/// What the server alone writes, or what makes the object this one.
private let untrackedMetadata = [
  "name", "namespace", "creationTimestamp", "selfLink", "uid", "clusterName", "generation",
  "managedFields", "resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds",
]

extension JSON {
  /// An object without what nobody can own: its identity and the server's own bookkeeping.
  var tracked: JSON {
    guard case .object(var object) = self else { return self }
    object["apiVersion"] = nil
    object["kind"] = nil
    if var metadata = object["metadata"]?.objectValue {
      for key in untrackedMetadata { metadata[key] = nil }
      object["metadata"] = metadata.isEmpty ? JSON?.none : .object(metadata)
    }
    return .object(object)
  }
}
