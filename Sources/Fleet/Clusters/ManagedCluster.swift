/// A cluster that is monitored.
package struct ManagedCluster: Hashable, Sendable {
  /// What plans, errors and the hub's objects call it; unique in the fleet.
  package var name: String
  /// The kubeconfig context, never a fallback to the current one.
  package var context: String
  /// The API server's URL that the context must lead to, or nil if the file does not pin it.
  package var server: String?
  /// The cluster's own, or else the fleet's.
  package var platform: Platform
  /// The groups that it is in, in the order in which their settings are merged.
  package var groups: [String] = []
  /// Whether it is left alone for a while, of which nobody needs to be warned.
  package var isInMaintenance = false
  /// Whether it is the hub itself; see `HubsCluster.swift`.
  package var isOnHub = false
  /// Labels on every series of this cluster, sorted by name; `cluster` is always among them.
  package var externalLabels: [ExternalLabel]
  /// Whether the hub is told what the cluster's components use.
  package var tellsUsage: Bool = true
  /// Of Services and of pods, and of the sample application too, where there is one.
  package var serviceMonitors: [ServiceMonitor]
  /// An application whose metric can be seen to arrive; nil for none.
  package var sampleApplication: Component?
  /// What its Prometheus scrapes at fixed addresses.
  package var scrapeJobs: [ScrapeJob] = []
  /// What its Prometheus records and notices beside the fleet's own.
  package var rules = AddedRules()
  /// Who hears what the cluster's own Prometheus notices, as URLs.
  package var alertmanagers: [String] = []
  /// Whom its Prometheus writes to beside the hub.
  package var writeTargets: [WriteTarget] = []
  /// What holds for everything on it.
  package var surroundings = Surroundings()
  /// What its topology needs to know of it.
  package var design: ClusterDesign
}
