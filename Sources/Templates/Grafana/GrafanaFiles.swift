/// A ConfigMap of Grafana's and the folder where it is mounted.
struct GrafanaFiles {
  let name: String
  let path: String
  /// Texts by the names of the files.
  let data: [String: String]
}
