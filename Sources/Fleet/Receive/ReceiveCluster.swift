/// A Prometheus that writes to the hub.
package struct ReceiveCluster: Hashable, Sendable {
  /// OpenShift's minor release as in 4.18, or nil where the file does not say: then the federate
  /// permission of both the older and the newer releases is rendered.
  package var openshiftVersion: OpenShiftVersion?
  /// Which Prometheus writes to the hub.
  package var mode: ReceiveMode
  /// Which series of the platform's Prometheus go along.
  package var platformSeries: Federate
  /// Which series go to the hub beside what every cluster sends, as selectors of names alone.
  package var sent: [String] = []
  /// How samples wait for the hub.
  package var queue: WriteQueue = .standard
  /// What is dropped or changed on the way to the hub.
  package var relabelling: [Relabelling] = []
  /// The Prometheus that fedctl installs; unused where the platform's own writes.
  package var prometheus: PrometheusServer
  /// What OLM installs on OpenShift.
  package var prometheusOperator: PrometheusOperator
  /// What brings the operator instead of OLM; nil elsewhere than on OpenShift where it is there already.
  package var operatorBundle: OperatorBundle?
}
