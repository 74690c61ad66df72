import JSON

/// A proxy in a pod, in front of a port that has no guard of its own.
protocol PodGuard {
  /// Of the ServiceAccount that asks the API server, and of the Service in front.
  var name: String { get }
  var container: Container { get }
  /// The volumes that the container mounts.
  var podVolumes: [JSON] { get }
}
