/// The names by which a hub on OpenShift is reached; those that are left out OpenShift makes itself.
package struct RouteHosts: Hashable, Sendable {
  /// Where clusters write to.
  package var receive: String? = nil
  package var querier: String? = nil
  package var grafana: String? = nil

  /// Those that are given.
  package var given: [String] { [receive, querier, grafana].compactMap(\.self) }
}

extension RouteHosts {
  init(_ section: Section?) {
    self.init(
      receive: section?.optionalText("receive"),
      querier: section?.optionalText("querier"),
      grafana: section?.optionalText("grafana"),
    )
  }
}
