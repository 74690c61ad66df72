import JSON

extension ClusterState {
  /// Refuses what an object of this kind may not say.
  func checkContent(_ object: JSON, _ live: JSON?, _ resource: Resource) throws(APIStatus) {}
}
