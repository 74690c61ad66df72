import Fleet
import JSON

extension Site {
  /// Whom a Prometheus writes to beside the hub, as entries of a resource's `remoteWrite`.
  func targets(of cluster: ManagedCluster) -> [JSON] { cluster.writeTargets.map { target($0) } }

  /// An entry of a Prometheus resource's `remoteWrite`, which OpenShift's monitoring has as well.
  ///
  /// - `name`: the target's own where none is given.
  /// - `first`: relabelling that comes before the target's own.
  func target(_ target: WriteTarget, as name: String? = nil, _ first: [JSON] = []) -> JSON {
    let changes = first + target.relabelling.map(\.json)
    return JSON.fields([
      "name": .string(name ?? target.name),
      "url": .string(target.url),
      "proxyUrl": proxyURL(to: target.host, isEncrypted: target.isEncrypted),
      "headers": target.headers.isEmpty ? nil : JSON.map(target.headers),
      "writeRelabelConfigs": changes.isEmpty ? nil : .array(changes),
    ]).merging(target.access.json).merging(RemoteWriting.pace(target.queue))
  }

  /// What a Prometheus resource says of whom it writes to where that is not the hub; nothing where there is nobody.
  func furtherWriting(of cluster: ManagedCluster) -> JSON {
    cluster.writeTargets.isEmpty ? [:] : ["remoteWrite": .array(targets(of: cluster))]
  }
}
