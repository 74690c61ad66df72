/// CPU and memory, as Kubernetes quantities in canonical form, by resource name.
package struct Resources: Hashable, Sendable {
  /// Quantities as Kubernetes writes them, by resource: `cpu`, `memory`.
  package var requests: [String: String]
  /// The same; a resource without an entry has no limit.
  package var limits: [String: String]
}
