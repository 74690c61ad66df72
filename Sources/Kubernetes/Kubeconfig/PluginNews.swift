/// A line that a credential plugin has written to standard error, for people.
package struct PluginNews: Hashable, Sendable {
  /// The plugin, as the kubeconfig names it.
  package let command: String
  /// Without its end, cut where it is longer than anybody reads.
  package let line: String
}
