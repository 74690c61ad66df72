/// A Prometheus whose sidecar uploads what it keeps, and answers the hub for what is newer.
package struct SidecarCluster: Hashable, Sendable {
  package var prometheus: PrometheusServer
  package var sidecar: ThanosSidecar
  /// The IAM role that EKS gives to its pods; without one they get at the bucket as the hub's do.
  package var role: String?
  package var wayIn: WayIn
  package var exporters: Exporters
  /// nil where the operator is there already.
  package var operatorBundle: OperatorBundle?
}
