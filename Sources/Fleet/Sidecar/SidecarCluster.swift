/// A Prometheus whose sidecar uploads what it keeps, and answers the hub for what is newer.
package struct SidecarCluster: Hashable, Sendable {
  /// The Prometheus that the sidecar stands beside.
  package var prometheus: PrometheusServer
  /// What uploads its blocks and answers for what is newer.
  package var sidecar: ThanosSidecar
  /// The IAM role that EKS gives to its pods; without one they get at the bucket as the hub's do.
  package var role: String?
  /// How the hub reaches the sidecar.
  package var wayIn: SidecarWayIn
  /// What is installed beside it to be scraped.
  package var exporters: Exporters
  /// nil where the operator is there already.
  package var operatorBundle: OperatorBundle?
}
