/// A plan as a file keeps it: what would be done to which objects, as they were when it was made.
///
/// It gives leave and nothing else: whoever applies it plans again, and goes on only where that comes to the
/// same, value by value (`deviations(from:)`). So no text in it is ever sent to a cluster, and no secret stands
/// in it, not even in a digest: what a plan hides is hidden before anything is digested, since a short password
/// could be found by trying.
package struct SavedPlan: Hashable, Sendable {
  /// Which fleet it is about.
  package struct Fleet: Hashable, Sendable {
    /// The fleet's name.
    package let name: String
    /// Where the fleet file was, as the person gave it: a hint for who applies, and no more.
    package let file: String
    /// Of everything that the fleet file renders to.
    package let digest: String

    package init(name: String, file: String, digest: String) {
      self.name = name
      self.file = file
      self.digest = digest
    }
  }

  /// What the person who planned has allowed; who applies must allow the same.
  package struct Options: Hashable, Sendable {
    /// Whether fields that another controller owns may be taken from it.
    package var forcesConflicts: Bool
    /// Whether what a runbook has made and nobody uses any more goes.
    package var removesLeftovers: Bool
    /// Clusters whose recorded identity may be another now, sorted.
    package var acceptedIdentities: [String]
    /// Clusters that left the file and need not be remembered, sorted.
    package var forgottenClusters: [String]
    /// The clusters that were chosen, sorted; empty for all.
    package var clusters: [String]
    /// The objects that were chosen as `KIND/NAME`, sorted; empty for all.
    package var objects: [String]

    package init(
      forcesConflicts: Bool = false,
      removesLeftovers: Bool = false,
      acceptedIdentities: some Sequence<String> = [],
      forgottenClusters: some Sequence<String> = [],
      selection: Selection = Selection(),
    ) {
      self.forcesConflicts = forcesConflicts
      self.removesLeftovers = removesLeftovers
      self.acceptedIdentities = acceptedIdentities.sorted()
      self.forgottenClusters = forgottenClusters.sorted()
      clusters = selection.clusters.sorted()
      objects = selection.objects.map(\.description).sorted()
    }

    /// What was chosen; it only leaves out, so that whoever applies need not say it again.
    package var selection: Selection {
      Selection(clusters: clusters, objects: objects.compactMap(ObjectChoice.init))
    }
  }

  /// What becomes of the bucket.
  package struct Bucket: Hashable, Sendable {
    /// The bucket's name.
    package let name: String
    /// What is done with it, by the name that the file has for it: `create`, `claim`, `keep` and others.
    package let action: String

    package init(name: String, action: String) {
      self.name = name
      self.action = action
    }
  }

  /// A cluster of the plan.
  package struct Cluster: Hashable, Sendable {
    /// The cluster's name in the fleet.
    package let name: String
    /// The uid of its namespace `kube-system`; nil for a cluster that is unknown.
    package let uid: String?
    /// The code of why it is unknown; nil for one that was reached.
    package let unknown: String?
    /// Whether the fleet file no longer has it.
    package let isLeaving: Bool
    /// nil for a cluster whose name has not changed.
    package let formerName: String?
  }

  /// Which object of which cluster, as objects name themselves.
  package struct Name: Hashable, Sendable {
    package let cluster: String
    package let apiVersion: String
    package let kind: String
    /// nil for kinds that have no namespace.
    package let namespace: String?
    package let name: String
  }

  /// An object as it was when the plan was made.
  package struct Live: Hashable, Sendable {
    /// Another one after the object was made anew; empty where the server gave none.
    package let uid: String
    /// Its `metadata.resourceVersion`, for Secrets alone: of what they hold there is no digest.
    package let resourceVersion: String?
    /// Of the fields that fedctl has applied; nil for Secrets.
    package let owned: String?
  }

  /// Something that is said of an object, by code and with the names that it is about.
  package struct Remark: Hashable, Sendable {
    /// As docs/codes.md has it.
    package let code: String
    /// Objects, fields and managers, in the order of the fact.
    package let about: [String]
  }

  /// One object that is changed, or that something keeps from being changed.
  package struct Object: Hashable, Sendable {
    /// Which object.
    package let name: Name
    /// What would be done with it.
    package let action: Action
    /// Whether others' fields would be taken.
    package let takesOver: Bool
    /// nil where it does not exist.
    package let live: Live?
    /// Of a new object as it would be sent; nil for all others.
    package let desired: String?
    /// Of all differences, old and new; nil for a new object.
    package let differences: String?
    /// What does not change with time alone.
    package let notes: [Remark]
    /// What keeps it from being done.
    package let obstacles: [Remark]
  }

  /// The release that has made the plan.
  package let madeBy: String
  /// Which fleet it is about.
  package let fleet: Fleet
  /// What was allowed.
  package let options: Options
  /// nil where the plan leaves the bucket alone.
  package let bucket: Bucket?
  /// In the plan's order.
  package let clusters: [Cluster]
  /// In the plan's order, without what stays as it is.
  package let objects: [Object]
}

extension SavedPlan.Name: CustomStringConvertible {
  /// `hub: Route thanos/grafana`, as everywhere.
  package var description: String {
    "\(cluster): \(kind) \(namespace.map { "\($0)/" } ?? "")\(name)"
  }
}
