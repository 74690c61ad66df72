/// The cluster that gathers the metrics of all others and answers queries.
package struct Hub: Hashable, Sendable {
  /// What plans and errors call it; `hub` unless the file says otherwise.
  package var name: String
  /// The kubeconfig context, never a fallback to the current one.
  package var context: String
  /// The API server's URL that the context must lead to, or nil if the file does not pin it.
  package var server: String?
  package var platform: Platform
  package var grafana: Component
  package var design: HubDesign
}
