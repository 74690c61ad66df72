/// What measures a cluster beside its kubelets; each is nil where the fleet does not install it.
package struct Exporters: Hashable, Sendable {
  package var nodeExporter: NodeExporter?
  package var kubeStateMetrics: Component?
}

/// Measures each node: processors, memory, disks and network.
package struct NodeExporter: Hashable, Sendable {
  package var component: Component
  /// The port on every node.
  package var port: Int
}
