/// A label that every sample of a cluster bears on the hub, and by which clusters are told apart.
package struct ExternalLabel: Hashable, Sendable {
  /// A Prometheus label name that fedctl does not need itself.
  package var name: String
  /// Any text.
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
