/// A ConfigMap of Grafana's and the folder where it is mounted.
struct GrafanaFiles {
  /// Of the ConfigMap, and of the volume where it has one of its own.
  let name: String
  /// The folder in the container.
  let path: String
  /// Texts by the names of the files.
  let data: [String: String]
}
