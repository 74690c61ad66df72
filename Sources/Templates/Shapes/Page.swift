/// What people open in a browser, on the hub.
package enum Page: String, CaseIterable, Sendable {
  case grafana
  case querier

  /// The value of `WellKnown.component` that its objects have.
  package var component: String {
    switch self {
    case .grafana: Part.grafana.component
    case .querier: Part.querier.component
    }
  }
}
