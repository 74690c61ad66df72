/// The kinds of entries that a kubeconfig has.
package enum KubeconfigPart: String, Hashable, Sendable, CaseIterable {
  case cluster
  case context
  case user

  /// The key of the list that holds them.
  package var section: String { "\(rawValue)s" }
}
