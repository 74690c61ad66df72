/// What measures a cluster beside its kubelets; each is nil where the fleet does not install it.
package struct Exporters: Hashable, Sendable {
  /// nil where the nodes are measured by somebody else, or not at all.
  package var nodeExporter: NodeExporter?
  /// nil where somebody else counts what objects say, or nobody.
  package var kubeStateMetrics: Component?
  /// Answers for the API of `kubectl top`; its series are not scraped.
  package var metricsServer: Component?
}
