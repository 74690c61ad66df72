package import Fleet
package import Objects

/// What of each cluster has to arrive at the hub, by the fleet file alone, and where one can ask whether it did.
package struct FleetArrivals: Hashable, Sendable {
  /// What answers queries over all clusters.
  package let query: QueryService
  /// The names of all labels by which the fleet's clusters are told apart, sorted; `cluster` is among them.
  package let labels: [String]
  /// Labels in which copies of one series differ.
  package let replicaLabels: [String]
  /// How the hub itself names whose series are whose; nil where it takes the clusters' word.
  package let tenants: TenantNames?
  /// What watches over the hub's Thanos; nil where the fleet has nothing that does.
  package let watch: QueryService?
  /// What takes in what the clusters write, and tells of it at `/metrics`; nil for a hub to which nobody writes.
  package let receive: QueryService?
  /// Series that tell of a cluster's writer itself and come as often as it scrapes; see `Pulse`.
  package let pulse: String
  /// Whether the clusters' Prometheis write to the hub themselves, and tell of it there.
  package let hasWriters: Bool
  /// Whether each cluster uploads to the bucket itself, and tells of it there.
  package let hasUploaders: Bool
  /// How blocks in the bucket tell whose they are; nil for a hub that keeps nothing there.
  package let blocks: BlockOwners?
  /// In the order of the fleet file, without those whose metrics go elsewhere.
  package let clusters: [ClusterArrivals]
}

/// The tenants of clusters, each a text before and one after the cluster's name.
package struct TenantNames: Hashable, Sendable {
  /// The label that bears the tenant.
  package let label: String
  /// Before the cluster's name.
  package let before: String
  /// After it.
  package let after: String

  package init(label: String, before: String, after: String) {
    self.label = label
    self.before = before
    self.after = after
  }

  /// Whose series a tenant's are; nil for no cluster's.
  package func cluster(of tenant: String) -> String? {
    guard tenant.hasPrefix(before), tenant.hasSuffix(after),
      tenant.count > before.count + after.count
    else { return nil }
    return String(tenant.dropFirst(before.count).dropLast(after.count))
  }
}

/// What has to arrive of one cluster.
package struct ClusterArrivals: Hashable, Sendable {
  /// Its name in the fleet.
  package let cluster: String
  /// What each of its series bears, sorted by name.
  package let labels: [ExternalLabel]
  /// Series selectors of which each has to find something.
  package let families: [String]
  /// Seconds between two samples of `FleetArrivals.pulse`.
  package let interval: Int
  /// How many copies of each series come; nil where another than the fleet decides that.
  package let replicas: Int?
  /// The label in which those differ.
  package let replicaLabel: String?
  /// The cluster's own Prometheus; nil where nothing of the fleet's leads to it.
  package let own: QueryService?
  /// What tells how the cluster writes to the hub; nil where it does not, or somebody else's settings do.
  package let writer: WriterSettings?
  /// What tells how the cluster's collector writes to the hub; nil where it has none.
  package let collector: CollectorSettings?
}

extension ClusterArrivals {
  /// Whether the fleet file says how it writes to the hub.
  package var writes: Bool { writer != nil || collector != nil }

  /// Whether OpenShift's own Prometheus writes, whose settings are a text among others'.
  package var isPlatforms: Bool { writer?.textKey != nil }
}

/// How a collector writes: by a flag of its Deployment, and with a certificate to show.
package struct CollectorSettings: Hashable, Sendable {
  /// The Deployment.
  package let object: ObjectReference
  /// The name of the container among its pods'.
  package let container: String
  /// What stands before the hub's URL in the container's arguments.
  package let addressFlag: String
  /// The Secret with the certificate and its key, as `IssuedCertificate.Part` names them.
  package let certificate: ObjectReference
  /// Under which key of the same Secret it is said whom the collector trusts.
  package let authorityKey: String
}

/// The port of a Service behind which Prometheus' HTTP API answers.
package struct QueryService: Hashable, Sendable {
  /// Cluster, namespace and name.
  package let service: ObjectReference
  /// The port's name.
  package let port: String
  /// Whether TLS is spoken there.
  package var isEncrypted = false
}

/// The object that has a Prometheus' `remoteWrite`.
package struct WriterSettings: Hashable, Sendable {
  /// A Prometheus, a MonitoringStack, or the ConfigMap of OpenShift's monitoring.
  package let object: ObjectReference
  /// The key of the ConfigMap's data that has the settings as a text in YAML; nil where the object itself has them.
  package var textKey: String?
  /// Where the list stands in it.
  package let path: [String]
  /// What the fleet's entry is called, where there are others; nil for the first.
  package var name: String?
}
