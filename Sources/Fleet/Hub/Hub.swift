/// The cluster that gathers the metrics of all others and answers queries.
package struct Hub: Hashable, Sendable {
  /// What plans and errors call it; `hub` unless the file says otherwise.
  package var name: String
  /// The kubeconfig context, never a fallback to the current one.
  package var context: String
  /// The API server's URL that the context must lead to, or nil if the file does not pin it.
  package var server: String?
  /// The hub's own, or else the fleet's.
  package var platform: Platform
  /// Image, size, storage and place of Grafana's pod.
  package var grafana: Component
  /// Whose Grafana it is, and how people reach it.
  package var grafanaDesign = GrafanaDesign()
  /// Names of its Routes where it is on OpenShift.
  package var routeHosts = RouteHosts()
  /// The Alertmanagers of others that hear what is noticed on the hub.
  package var alertmanagers: [NamedAlertmanager] = []
  /// The fleet's own; nil for none.
  package var alertmanager: Alertmanager? = nil
  /// What holds for everything on it.
  package var surroundings = Surroundings()
  /// What its topology needs to know of it.
  package var design: HubDesign
}
