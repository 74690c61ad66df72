import JSON

extension ClusterState {
  /// An object with what a server adds to it.
  func defaulted(_ object: JSON, _ resource: Resource, _ live: JSON?) -> JSON { object }
}
