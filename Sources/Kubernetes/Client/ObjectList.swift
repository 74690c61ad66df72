package import JSON

/// A list of objects and the version of the cluster's state that it shows.
package struct ObjectList: Sendable {
  /// Each with its `apiVersion` and `kind`.
  package var items: [JSON]
  /// From which a watch can go on.
  package var resourceVersion: String
}
