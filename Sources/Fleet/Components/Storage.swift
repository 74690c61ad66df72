/// A persistent volume claim.
package struct Storage: Hashable, Sendable {
  /// A Kubernetes quantity in canonical form.
  package var size: String
  /// nil for the cluster's default class.
  package var storageClass: String?
}
