import Facts

/// Something that a report does not know; it is listed, and never counted as zero.
package enum UsageGap: Fact, Hashable {
  /// A cluster of the fleet of which no query has found anything.
  case silent(cluster: String)
  /// A cluster that the fleet file has tell nothing of its use.
  case untold(cluster: String)
  /// A cluster with other series, but without this one.
  case unmeasured(cluster: String, Measure)
  /// No series tells the cluster's version, so that its figures belong to no build.
  case versionUnknown(cluster: String)
  /// No series tells how many nodes the cluster has, so that nothing can be told per node.
  case nodesUnknown(cluster: String)
  /// No series tells how many pods the cluster's components have, so that nothing can be told per pod.
  case podsUnknown(cluster: String)
  /// The cluster has figures for so many steps of those that the window has.
  case partial(cluster: String, steps: Int, of: Int)
  /// So many steps are left out, in which the cluster told two versions, as during an update.
  case betweenVersions(cluster: String, steps: Int)
  /// Series of clusters that the fleet file does not name, which are left out.
  case strangers([String])
  /// Clusters that the fleet file gives the same label `cluster`, which cannot be told apart.
  case sharedLabel(String, clusters: [String])
  /// What the querier says beside an answer, as that it has not reached one of its stores.
  case warned(UsageQuery.Subject, said: String)
  /// ClusterOperators that no component names, as those of a release that is newer than the table.
  case unlistedOperators([String])

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case silent = "usage.silent-cluster"
    case untold = "usage.untold-cluster"
    case unmeasured = "usage.unmeasured"
    case versionUnknown = "usage.version-unknown"
    case nodesUnknown = "usage.nodes-unknown"
    case podsUnknown = "usage.pods-unknown"
    case partial = "usage.partial"
    case betweenVersions = "usage.between-versions"
    case strangers = "usage.strangers"
    case sharedLabel = "usage.shared-label"
    case warned = "usage.warned"
    case unlistedOperators = "usage.unlisted-operators"
  }

  package var code: Code {
    switch self {
    case .silent: .silent
    case .untold: .untold
    case .unmeasured: .unmeasured
    case .versionUnknown: .versionUnknown
    case .nodesUnknown: .nodesUnknown
    case .podsUnknown: .podsUnknown
    case .partial: .partial
    case .betweenVersions: .betweenVersions
    case .strangers: .strangers
    case .sharedLabel: .sharedLabel
    case .warned: .warned
    case .unlistedOperators: .unlistedOperators
    }
  }
}
