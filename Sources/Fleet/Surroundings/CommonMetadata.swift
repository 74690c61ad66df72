/// Labels and annotations of a fleet's objects on one cluster, beside fedctl's own, which they never replace.
package struct CommonMetadata: Hashable, Sendable {
  /// Of every object, and of the pods that workloads make.
  package var labels: [String: String] = [:]
  /// The same.
  package var annotations: [String: String] = [:]
  /// Of the namespaces that the fleet makes alone, over `labels`.
  package var namespaceLabels: [String: String] = [:]
  /// The same, over `annotations`.
  package var namespaceAnnotations: [String: String] = [:]
}

extension CommonMetadata {
  /// Whether nothing is wanted.
  package var isEmpty: Bool { self == CommonMetadata() }
}
