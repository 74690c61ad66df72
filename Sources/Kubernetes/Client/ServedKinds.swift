package import Objects

/// What can be in a namespace, as a cluster's API tells.
package struct ServedKinds: Sendable {
  /// Namespaced kinds that can be listed and deleted, each in one version.
  package var kinds: [ResourceKind] = []
  /// Groups that the cluster says it serves and that do not answer.
  package var unreadable: [String] = []
}
