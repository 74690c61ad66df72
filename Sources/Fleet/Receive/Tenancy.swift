/// Whose samples are kept apart from whose.
package enum Tenancy: String, Hashable, Sendable, CaseIterable {
  /// All clusters' are kept together.
  case shared
  /// Each cluster is a tenant, by the identity that it has shown and not by what it says.
  case cluster
}
