/// Where people find Grafana, beside what its pod is like.
package struct GrafanaDesign: Hashable, Sendable {
  /// The folder in which Grafana shows the fleet's own dashboards; no dashboard anywhere may be called so.
  package static let folder = "Clusters"

  /// Somebody else's Grafana, which is told of the fleet's metrics; nil for one of the fleet's own.
  package var existing: ExistingGrafana? = nil
  /// How it is reached from outside; nil for nothing beside what the platform brings.
  package var ingress: WebIngress? = nil
  /// Whose accounts people log in with, beside the fleet's own; nil for nobody's.
  package var login: GrafanaLogin? = nil
  /// Files and folders of dashboards, relative to the fleet file's folder.
  package var dashboardPaths: [String] = []
  /// What they hold, which comes when they are read; no two have one name, one title or one uid.
  package var dashboards: [OwnDashboard] = []
}
