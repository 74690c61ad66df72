import Fleet
import JSON
import Objects

/// What the hub trusts of a cluster: the authority that made its certificate.
enum ClusterAuthority {
  static let key = "ca.crt"

  static func name(_ cluster: String) -> String { "\(cluster)-authority" }
}

extension Site {
  /// The authority that a Secret of another cluster holds, for a part of this one.
  func authority(of other: Site, in secret: String, for part: Part) -> Manifest {
    let source = other.reference(.secret, secret)
    let key = ClusterAuthority.key
    let value = PendingValue.handOff(HandOff(from: source, .data(key: key)))
    return self.secret(
      ClusterAuthority.name(other.cluster),
      of: part,
      filledBy: [.secretData(key, [.value(value)])],
    )
  }
}
