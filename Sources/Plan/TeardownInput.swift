package import Objects

/// What tearing down is about.
package struct TeardownInput: Sendable {
  /// The fleet's name.
  package var fleet: String
  /// The hub's name in the fleet.
  package var hub: String
  /// In the order in which the plan names them.
  package var clusters: [PlannedCluster]
  /// The fleet as rendered, which tells how its objects depend on each other.
  ///
  /// What is deleted is what is live.
  package var manifests: [Manifest]
  /// The managed clusters that leave, with what the hub keeps for them; nil is the whole fleet.
  package var leaving: Set<String>?
  /// Whether the claims of the fleet's pods go too, with the metrics on them.
  package var deletesVolumes: Bool
  /// What there is in the fleet's namespaces, and of the kinds that it has defined, beside its objects.
  package var holdings: [ObjectReference: Holding]
  /// Definitions that OLM has made for the fleet's Subscriptions.
  package var brought: [ObjectReference: BroughtDefinition] = [:]
  /// The former names of clusters that the fleet file now calls otherwise, by their new names.
  package var formerNames: [String: String] = [:]

  package init(
    fleet: String,
    hub: String,
    clusters: [PlannedCluster],
    manifests: [Manifest],
    leaving: Set<String>? = nil,
    deletesVolumes: Bool = false,
    holdings: [ObjectReference: Holding] = [:],
  ) {
    self.fleet = fleet
    self.hub = hub
    self.clusters = clusters
    self.manifests = manifests
    self.leaving = leaving
    self.deletesVolumes = deletesVolumes
    self.holdings = holdings
  }
}
