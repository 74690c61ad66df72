/// A collector that reads from the platform's Prometheus and writes to the hub.
package struct CollectorCluster: Hashable, Sendable {
  /// As in `ReceiveCluster`.
  package var openshiftVersion: OpenShiftVersion?
  /// The process that reads and pushes.
  package var collector: Collector
}
