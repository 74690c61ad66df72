import JSON
package import Objects
package import Plan

/// What is read from the clusters of a fleet, and for what.
package struct FleetLook: Sendable {
  /// The fleet's name, which the label on its objects holds.
  package let fleet: String
  /// The fleet's own namespace, where inventories are.
  package let namespace: String
  /// Everything that the fleet file asks for, on all clusters.
  package private(set) var manifests: [Manifest]
  /// The bucket's keys, for the objects that hold them; empty where none does.
  package let credentials: [BucketCredential: String]
  /// Seconds since 1970, against which the expiry of tokens is measured.
  package let now: Int
  /// Names of clusters whose recorded identity may be replaced by what is found now.
  package let acceptsIdentityOf: Set<String>
  /// Names of clusters that left the fleet file, are out of reach, and need not be remembered any more.
  package let forgets: Set<String>
  /// Opens the way to a context; for clusters that only the hub's inventory still knows.
  package let connect: @Sendable (_ context: String) -> FleetClients.Way

  package init(
    fleet: String,
    namespace: String,
    manifests: [Manifest],
    credentials: [BucketCredential: String],
    now: Int,
    acceptsIdentityOf: Set<String> = [],
    forgets: Set<String> = [],
    connect: @escaping @Sendable (_ context: String) -> FleetClients.Way,
  ) {
    self.fleet = fleet
    self.namespace = namespace
    self.manifests = manifests
    self.credentials = credentials
    self.now = now
    self.acceptsIdentityOf = acceptsIdentityOf
    self.forgets = forgets
    self.connect = connect
  }
}

/// What a look has found, with the ways to the clusters that were found on the way.
package struct Findings: Sendable {
  /// What the clusters hold, and what is not known of them.
  package var live: LiveState
  /// Everything that the fleet file asks for, each Secret in the generation that counts.
  package let manifests: [Manifest]
  /// The ways that were given, and those to clusters that were found on the way.
  package var clients: FleetClients
  /// What the hub's inventory says of each cluster that was ever part of the fleet.
  package var records: [ClusterRecord]
  /// Names of clusters that the inventory knows and the fleet file no longer has.
  package var leaving: [String]
  /// The former names of clusters that the fleet file now calls otherwise, by their new names.
  package var formerNames: [String: String] = [:]
}

extension FleetLook {
  /// Looks at all clusters at once, then at those that only the inventory remembers and that are chosen.
  package func look(
    through clients: FleetClients,
    _ selection: Selection = Selection(),
    rotating rotation: Rotation = Rotation(),
  ) async -> Findings {
    var clients = clients
    let aims = LookAims(of: manifests)
    // The hub first, without which nothing else can be done.
    let order = clients.ways.keys.sorted {
      ($0 == clients.hub ? 0 : 1, $0) < ($1 == clients.hub ? 0 : 1, $1)
    }
    var clusters = await looks(at: order, through: clients, aims)
    let records = self.records(in: clusters[clients.hub], hub: clients.hub)
    let formerNames = self.formerNames(of: clusters, in: records)
    var leaving = records.filter {
      clients.ways[$0.name] == nil && !formerNames.values.contains($0.name)
    }
    for record in leaving { clients.add(record.name, connect(record.context)) }
    let chosen = leaving.map(\.name).filter(selection.cleansUp)
    let departed = await looks(at: chosen, through: clients, aims)
    clusters.merge(departed) { $1 }
    // Whatever is not looked at stays as it is, and stays recorded.
    for record in leaving where clusters[record.name] == nil {
      clusters[record.name] = .unknown(.notLookedAt)
    }
    refuseStrangers(among: &clusters, records: records, hub: clients.hub)
    refuseTwins(among: &clusters, leaving: Set(leaving.map(\.name)))
    leaving.removeAll { forget($0.name, in: &clusters) }
    var live = LiveState(clusters: clusters, credentials: credentials)
    live.recordedIdentities = identities(recordedBy: records, in: clusters, hub: clients.hub)
    var present = self
    present.manifests = live.inGenerations(manifests, of: fleet, rotating: rotation)
    await present.holdTokens(in: &live, hub: clients[clients.hub])
    present.holdCertificates(in: &live, rotating: rotation)
    return Findings(
      live: live,
      manifests: present.manifests,
      clients: clients,
      records: records,
      leaving: leaving.map(\.name),
      formerNames: formerNames,
    )
  }

  /// Whether a cluster that left the fleet file is not spoken of any more: where somebody said so, and it
  /// cannot be cleaned up all the same.
  private func forget(_ cluster: String, in clusters: inout [String: LiveCluster]) -> Bool {
    guard forgets.contains(cluster), case .unknown = clusters[cluster] else { return false }
    clusters[cluster] = nil
    return true
  }

  /// So many at once as the ways allow: whatever a cluster holds is in memory while it is read.
  private func looks(
    at clusters: [String],
    through clients: FleetClients,
    _ aims: LookAims,
  ) async -> [String: LiveCluster] {
    var found: [String: LiveCluster] = [:]
    await inTurn(clusters, atOnce: clients.maximumParallel) { cluster in
      (cluster, await look(at: cluster, through: clients, aims))
    } then: {
      found[$0.0] = $0.1
    }
    return found
  }

  /// A closed way is known before anything is asked.
  private func look(
    at cluster: String,
    through clients: FleetClients,
    _ aims: LookAims,
  ) async -> LiveCluster {
    switch clients.ways[cluster] {
    case nil: .unknown(.noContext)
    case .closed(_, let reason): .unknown(reason)
    case .open(let client):
      await ClusterLook(
        cluster: cluster,
        client: client,
        fleet: fleet,
        namespace: namespace,
        wanted: aims.wanted[cluster] ?? [],
        producers: aims.producers[cluster] ?? [],
        atOnce: clients.atOnce(on: cluster),
      ).look()
    }
  }
}

/// What is looked for on each cluster, by the cluster's name.
private struct LookAims: Sendable {
  /// The objects that the fleet file asks for.
  let wanted: [String: [ObjectReference]]
  /// Objects of others whose fields the fleet needs, and what catalogues say of its operators; sorted.
  let producers: [String: [ObjectReference]]

  init(of manifests: [Manifest]) {
    let asked = manifests.map(\.reference)
    let handOffs = manifests.flatMap(\.bindings).flatMap(\.values).flatMap(\.handOffs)
    let read = Set(handOffs.map(\.producer) + manifests.compactMap(\.package))
    wanted = Dictionary(grouping: asked, by: \.cluster)
    producers = Dictionary(grouping: read.subtracting(asked), by: \.cluster).mapValues {
      $0.sorted()
    }
  }
}
