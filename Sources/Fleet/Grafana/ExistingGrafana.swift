/// A Grafana that the fleet has no part in, but for the data sources that it is given.
package struct ExistingGrafana: Hashable, Sendable {
  /// Where its pods are, and where it looks for data sources.
  package var namespace: String
  /// What it looks for.
  package var source: Source

  /// How a Grafana is told of data sources.
  package enum Source: Hashable, Sendable {
    /// By a ConfigMap that the sidecar of Grafana's Helm chart finds by its labels.
    case configMap(labels: [String: String])
    /// The same by a Secret, for a sidecar that looks for no ConfigMaps.
    case secret(labels: [String: String])
    /// By a resource of the operator of Grafana, for each Grafana with these labels.
    case resource(instances: [String: String])
  }
}
