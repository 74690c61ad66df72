import Fleet
import JSON
import Objects

/// The hub of a fleet with federate, as its templates see it.
struct FederateSite {
  let fleet: Fleet
  let design: FederateHub
  /// In the order of the fleet file.
  let clusters: [ReadCluster]
  let site: Site

  init(_ design: FederateHub, of fleet: Fleet) {
    self.fleet = fleet
    self.design = design
    self.clusters = fleet.clusters.compactMap { ReadCluster($0, of: fleet) }
    self.site = Site(fleet.hub, of: fleet)
  }
}
