import Facts

/// Clusters that could not be told apart.
package enum ClusterProblem: Fact, Hashable {
  case nameTaken(String, by: Owner)
  case contextTaken(String, by: Owner)
  case serverTaken(String, by: Owner)
  /// Both have these external labels, sorted by name.
  case labelsTaken(cluster: String, other: String, labels: [ExternalLabel])
  /// The file names no cluster.
  case none
  /// Two monitors of one kind of one cluster, or one and the sample application's.
  case monitorNameTaken(String)
  /// Two scrape jobs of one cluster.
  case jobNameTaken(String)
  /// A cluster is in a group that the file does not have.
  case unknownGroup(String, known: [String])
  /// No cluster is in the group.
  case emptyGroup(String)
  /// A cluster says to be the hub, and has another value of a key; `hub` is nil where the hub has none.
  case unlikeHub(key: String, hub: String?)
  /// A cluster is to be left alone, and is the hub, without which nothing is done.
  case hubInMaintenance

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// Two clusters have one name.
    case nameTaken = "fleet.name-taken"
    /// Two clusters have one context.
    case contextTaken = "fleet.context-taken"
    /// Two clusters are pinned to one server.
    case serverTaken = "fleet.server-taken"
    case labelsTaken = "fleet.labels-taken"
    case none = "fleet.no-clusters"
    case monitorNameTaken = "fleet.monitor-name-taken"
    case jobNameTaken = "fleet.job-name-taken"
    /// A cluster is in a group that the file does not have.
    case unknownGroup = "fleet.unknown-group"
    /// A group has no cluster.
    case emptyGroup = "fleet.empty-group"
    /// A cluster says to be the hub, and is not as the hub is.
    case unlikeHub = "fleet.unlike-hub"
    /// The hub, as a cluster, is to be left alone.
    case hubInMaintenance = "fleet.hub-in-maintenance"
  }

  package var code: Code {
    switch self {
    case .nameTaken: .nameTaken
    case .contextTaken: .contextTaken
    case .serverTaken: .serverTaken
    case .labelsTaken: .labelsTaken
    case .none: .none
    case .monitorNameTaken: .monitorNameTaken
    case .jobNameTaken: .jobNameTaken
    case .unknownGroup: .unknownGroup
    case .emptyGroup: .emptyGroup
    case .unlikeHub: .unlikeHub
    case .hubInMaintenance: .hubInMaintenance
    }
  }
}

extension ClusterProblem {
  /// Whose something is already.
  package enum Owner: Hashable, Sendable {
    case hub
    /// The cluster whose value stands in this line, of another file where that is named.
    case cluster(line: Int, of: String? = nil)
  }
}
