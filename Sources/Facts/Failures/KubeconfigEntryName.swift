/// One named entry of a kubeconfig, as errors point at it.
package struct KubeconfigEntryName: Hashable, Sendable {
  /// Whether it is a context, a cluster or a user.
  package let part: KubeconfigPart
  /// As the kubeconfig has it.
  package let name: String
  /// The file that it stands in.
  package let file: String

  package init(_ part: KubeconfigPart, _ name: String, file: String) {
    self.part = part
    self.name = name
    self.file = file
  }
}
