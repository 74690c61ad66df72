package import Facts
package import JSON
package import Objects

/// What the clusters really hold, as far as planning needs it.
package struct LiveState: Sendable {
  /// By the cluster's name in the fleet; clusters that leave the fleet are among them.
  package var clusters: [String: LiveCluster]
  /// The bucket's keys; empty where the fleet needs none.
  package var credentials: [BucketCredential: String]
  /// Tokens that consumers hold and the hub still accepts.
  package var heldTokens: [HandOff: String]
  /// Seconds until the token in a consumer's Secret expires; only of tokens that expire.
  package var tokenLifetimes: [ObjectReference: Int]
  /// Certificates that are live and stay as they are, part by part.
  package var heldCertificates: [IssuedCertificate: [IssuedCertificate.Part: String]] = [:]
  /// What is to be said of the certificates in Secrets.
  package var certificateNotes: [ObjectReference: [Note]] = [:]
  /// What is to be said of the storage of workloads: claims that cannot become what the file asks for, or get no
  /// volumes.
  package var storageNotes: [ObjectReference: [Note]] = [:]
  /// What came of looking for what objects name and nobody of the fleet brings, by who names it.
  package var supplies: [ObjectReference: [Stock]] = [:]
  /// The uids of clusters as inventories have recorded them, for those that do not answer now.
  package var recordedIdentities: [String: String]

  package init(
    clusters: [String: LiveCluster] = [:],
    credentials: [BucketCredential: String] = [:],
    heldTokens: [HandOff: String] = [:],
    tokenLifetimes: [ObjectReference: Int] = [:],
    recordedIdentities: [String: String] = [:],
  ) {
    self.clusters = clusters
    self.credentials = credentials
    self.heldTokens = heldTokens
    self.tokenLifetimes = tokenLifetimes
    self.recordedIdentities = recordedIdentities
  }

  /// A live object; nil where it does not exist, or its cluster is unknown.
  package subscript(reference: ObjectReference) -> JSON? {
    snapshot(of: reference.cluster)?.objects[reference]
  }

  /// Replaces what is known of an object on a cluster that answered.
  package mutating func put(_ object: JSON, at reference: ObjectReference) {
    guard var snapshot = snapshot(of: reference.cluster) else { return }
    snapshot.objects[reference] = object
    clusters[reference.cluster] = .reached(snapshot)
  }

  /// Why it is not known whether an object is there, in the server's words; nil where it is known.
  package func unreadable(_ object: ObjectReference) -> APIStatus? {
    guard self[object] == nil, let snapshot = snapshot(of: object.cluster),
      !snapshot.isAbsent(object)
    else { return nil }
    return snapshot.refusals[object] ?? snapshot.unreadable[object.kind]
  }

  /// What still holds an object that is on its way out, by itself or with its namespace; nil for one that
  /// stays.
  func linger(of object: ObjectReference) -> Linger? {
    self[object].flatMap { linger(of: object, $0) }
  }

  /// The same of an object in the form that it was found in elsewhere.
  func linger(of object: ObjectReference, _ live: JSON) -> Linger? {
    if live.metadata.isBeingDeleted { return Linger(of: live) }
    guard let name = object.namespace else { return nil }
    let namespace = self[ObjectReference(cluster: object.cluster, .namespace, name: name)]
    return namespace.flatMap { $0.metadata.isBeingDeleted ? Linger(of: $0) : nil }
  }

  /// What a cluster answered; nil for one that is unknown.
  package func snapshot(of cluster: String) -> ClusterSnapshot? {
    guard case .reached(let snapshot) = clusters[cluster] else { return nil }
    return snapshot
  }
}

/// A cluster as the last look found it.
package enum LiveCluster: Sendable {
  case reached(ClusterSnapshot)
  /// Nothing is known of it, which is not the same as that it is empty.
  case unknown(UnknownCluster)
}

/// What one cluster answered.
package struct ClusterSnapshot: Sendable {
  /// Which cluster answered.
  package var identity: ClusterIdentity
  /// The fleet's objects, and those others that were asked for by name.
  package var objects: [ObjectReference: JSON]
  /// Kinds whose definition the cluster does not have yet.
  package var notServed: Set<ResourceKind>
  /// Kinds that may not be listed, in the server's words: of an object that no list shows, that proves
  /// nothing.
  package var unreadable: [ResourceKind: APIStatus]
  /// What the server said of single objects that were asked for by name.
  package var refusals: [ObjectReference: APIStatus] = [:]
  /// Objects that were asked for by name and do not exist, whatever may be said of others of their kind.
  package var absent: Set<ObjectReference> = []
  /// Namespaces that were asked for and do not exist.
  package var missingNamespaces: Set<String>
  /// The volume claims in namespaces where workloads of the fleet have some, whoever made them.
  package var claims: [ObjectReference: JSON] = [:]
  /// What else there is in the fleet's own namespace, of kinds of which runbooks leave something, with all
  /// bindings and roles of the cluster; empty where it does not matter.
  package var neighbours: [ObjectReference: JSON] = [:]
  /// nil where they may not be read, or nothing asks for volumes there.
  package var storageClasses: StorageClasses?

  package init(
    identity: ClusterIdentity,
    objects: [ObjectReference: JSON] = [:],
    notServed: Set<ResourceKind> = [],
    unreadable: [ResourceKind: APIStatus] = [:],
    missingNamespaces: Set<String> = [],
  ) {
    self.identity = identity
    self.objects = objects
    self.notServed = notServed
    self.unreadable = unreadable
    self.missingNamespaces = missingNamespaces
  }

  /// Whether it is known that an object is not there, by its name or by its namespace's.
  package func isAbsent(_ object: ObjectReference) -> Bool {
    absent.contains(object) || object.namespace.map(missingNamespaces.contains) == true
  }
}

/// Which cluster a context led to.
package struct ClusterIdentity: Hashable, Sendable {
  /// The kubeconfig's context that led there.
  package var context: String
  /// The API server's URL.
  package var server: String
  /// The uid of its namespace kube-system, which no other cluster has.
  package var uid: String

  package init(context: String, server: String, uid: String) {
    self.context = context
    self.server = server
    self.uid = uid
  }
}
