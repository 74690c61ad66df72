/// Measures each node: processors, memory, disks and network.
package struct NodeExporter: Hashable, Sendable {
  /// Image and size of the pod on each node; its replicas do not count.
  package var component: Component
  /// The port on every node.
  package var port: Int
}
