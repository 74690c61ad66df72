package import Apply

/// How far a fleet is what it should be, with what a view needs to tell it in order.
///
/// Clusters that left the fleet file and are only remembered are no part of it.
package struct StatusReport: Sendable {
  /// The fleet's name.
  package let fleet: String
  /// The clusters' names in the order of the fleet file, the hub first.
  package let order: [String]
  /// What is there and ready, by cluster.
  package let status: FleetStatus

  package init(fleet: String, order: [String], status: FleetStatus) {
    self.fleet = fleet
    self.order = order
    self.status = status
  }
}
