/// Everything one fleet file describes: valid, complete and with every default filled in.
package struct Fleet: Hashable, Sendable {
  /// A DNS-1123 label; the ownership label on every object.
  package var name: String
  /// Where the fleet's objects live, on the hub and on every managed cluster.
  package var namespace: String
  /// The cluster that all metrics end on.
  package var hub: Hub
  /// In the order of the file; names, contexts and external labels are unique.
  package var clusters: [ManagedCluster]
  /// In the order of the file, which is that in which they are applied.
  package var patches: [Patch]
  /// What reports of resource use tell by itself, in the order of the file.
  package var reportComponents: [ReportComponent] = []

  /// The clusters of each group, by its name, in the order of the file.
  package var groups: [String: [String]] {
    clusters.reduce(into: [:]) { groups, cluster in
      for group in cluster.groups { groups[group, default: []].append(cluster.name) }
    }
  }

  /// How metrics reach the hub, which is the same for the whole fleet.
  package var topology: Topology { hub.design.topology }

  /// The bucket, of fleets that keep metrics in one.
  package var bucket: Bucket? {
    switch hub.design {
    case .receive(let design): design.thanos.bucket
    case .sidecar(let design): design.bucket
    case .collector(let design): design.thanos.bucket
    case .federate: nil
    }
  }
}
