import Fleet
import JSON
import Manifest

/// What the hub trusts of a cluster: the authority that made its certificate.
extension FederateSite {
  static let authorityKey = "ca.crt"

  static func authority(of cluster: ManagedCluster) -> String { "\(cluster.name)-authority" }

  /// Nothing for a cluster that is read without encryption.
  func authority(of read: ReadCluster) -> [Manifest] {
    guard let secret = read.loadBalancer.tls?.secret else { return [] }
    let source = read.site.reference(.secret, secret)
    let value = PendingValue.handOff(HandOff(from: source, .data(key: Self.authorityKey)))
    let path = FieldPath(keys: "data", Self.authorityKey)
    return [
      site.manifest(
        .secret,
        Self.authority(of: read.cluster),
        of: .hubPrometheus,
        ["type": "Opaque"],
        bindings: [Binding(path, [.value(value)], encoding: .base64)],
      )
    ]
  }
}
