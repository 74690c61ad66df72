/// A cluster that is monitored.
package struct ManagedCluster: Hashable, Sendable {
  package var name: String
  /// The kubeconfig context, never a fallback to the current one.
  package var context: String
  /// The API server's URL that the context must lead to, or nil if the file does not pin it.
  package var server: String?
  package var platform: Platform
  /// Labels on every series of this cluster, sorted by name; `cluster` is always among them.
  package var externalLabels: [ExternalLabel]
  /// Of the sample application too, where there is one.
  package var serviceMonitors: [ServiceMonitor]
  package var sampleApplication: Component?
  package var design: ClusterDesign
}
