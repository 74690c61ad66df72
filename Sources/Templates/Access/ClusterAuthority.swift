import Fleet
import JSON
import Objects

/// What the hub trusts of a cluster: the authority that made its certificate.
enum ClusterAuthority {
  /// The key under which every platform's tools put an authority into a Secret.
  static let key = "ca.crt"

  /// The name of the hub's Secret for one cluster.
  static func name(_ cluster: String) -> String { "\(cluster)-authority" }
}

extension Site {
  /// The authority that a Secret of a managed cluster holds, for a part of this one.
  func authority(of cluster: ManagedCluster, at place: Site, in secret: String, for part: Part)
    -> Manifest
  {
    let source = place.reference(.secret, secret)
    let key = ClusterAuthority.key
    let value = PendingValue.handOff(HandOff(from: source, .data(key: key)))
    return self.secret(
      ClusterAuthority.name(cluster.name),
      of: part,
      cluster.mark,
      filledBy: [.secretData(key, [.value(value)])],
    )
  }
}
