/// Measures each node: processors, memory, disks and network.
package struct NodeExporter: Hashable, Sendable {
  package var component: Component
  /// The port on every node.
  package var port: Int
}
