import Facts
import JSON
import Objects
import Plan

/// Never the wrong cluster: what a context leads to must be what it led to before.
extension FleetLook {
  /// Turns clusters that are not the recorded ones into unknown ones, so that nothing touches them.
  func refuseStrangers(
    among clusters: inout [String: LiveCluster],
    records: [ClusterRecord],
    hub: String,
  ) {
    for record in records where !acceptsIdentityOf.contains(record.name) {
      guard case .reached(let snapshot) = clusters[record.name],
        snapshot.identity.uid != record.uid
      else { continue }
      clusters[record.name] = .unknown(stranger(record, snapshot.identity))
    }
    refuseStrangeHub(among: &clusters, hub: hub)
  }

  /// What a context leads to now, and what it led to before.
  private func stranger(_ record: ClusterRecord, _ found: ClusterIdentity) -> UnknownCluster {
    .anotherCluster(record.name, context: found.context, uid: found.uid, recorded: record.uid)
  }

  /// Managed clusters record their hub: a hub that none of them knows is another cluster.
  private func refuseStrangeHub(among clusters: inout [String: LiveCluster], hub: String) {
    guard !acceptsIdentityOf.contains(hub), case .reached(let found) = clusters[hub] else { return }
    for (name, cluster) in clusters.sorted(by: { $0.key < $1.key }) where name != hub {
      guard case .reached(let snapshot) = cluster,
        let recorded = recordedHub(in: snapshot),
        recorded != found.identity.uid
      else { continue }
      clusters[hub] = .unknown(
        .anotherHub(
          hub,
          context: found.identity.context,
          uid: found.identity.uid,
          recorded: recorded,
          by: name,
        )
      )
      return
    }
  }

  /// nil where the cluster knows no hub yet.
  private func recordedHub(in snapshot: ClusterSnapshot) -> String? {
    inventories(in: snapshot).lazy.compactMap { $0["data"]?[Inventory.hubKey]?.stringValue }
      .first { !$0.isEmpty }
  }

  /// What inventories have recorded of every cluster, the hub included.
  func identities(
    recordedBy records: [ClusterRecord],
    in clusters: [String: LiveCluster],
    hub: String,
  ) -> [String: String] {
    var identities = Dictionary(records.map { ($0.name, $0.uid) }, uniquingKeysWith: { $1 })
    for case .reached(let snapshot) in clusters.values {
      identities[hub] = recordedHub(in: snapshot) ?? identities[hub]
    }
    return identities
  }

  /// Two entries of the fleet that lead to one cluster would fight over the same objects.
  ///
  /// One that leaves the fleet gives way to one that stays.
  func refuseTwins(
    among clusters: inout [String: LiveCluster],
    leaving: Set<String> = [],
  ) {
    var first: [String: String] = [:]
    let names = clusters.keys.sorted()
    for name in names.filter({ !leaving.contains($0) }) + leaving.sorted() {
      guard case .reached(let snapshot) = clusters[name] else { continue }
      guard let twin = first[snapshot.identity.uid] else {
        first[snapshot.identity.uid] = name
        continue
      }
      clusters[name] = .unknown(.twin(of: twin, uid: snapshot.identity.uid))
    }
  }
}
