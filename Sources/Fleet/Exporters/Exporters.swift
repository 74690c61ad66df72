/// What measures a cluster beside its kubelets; each is nil where the fleet does not install it.
package struct Exporters: Hashable, Sendable {
  package var nodeExporter: NodeExporter?
  package var kubeStateMetrics: Component?
  /// Answers for the API of `kubectl top`; its series are not scraped.
  package var metricsServer: Component?
}
