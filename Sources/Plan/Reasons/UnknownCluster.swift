package import Facts

/// Why nothing is known of a cluster, which is not the same as that it is empty.
///
/// Nothing is planned on a cluster that is unknown, and nothing there is ever taken for absent.
package enum UnknownCluster: Fact, Hashable {
  /// Neither the fleet file nor the hub's inventory names a context for it.
  case noContext
  /// It is in the plan's order and nobody looked at it.
  case notLookedAt
  /// The fleet file says that it is away, and nobody looked at it.
  case maintenance
  /// The kubeconfig does not lead there.
  case context(ContextError)
  /// The context leads to another server than the one that the fleet file pins; both are URLs.
  case otherServer(context: String, found: String, wanted: String)
  /// The first request that failed, and how.
  case unreachable(KubernetesError)
  /// It has no namespace kube-system, whose uid tells clusters apart.
  case unidentified
  /// The context leads to a cluster with another uid than the one that the fleet was applied to.
  case anotherCluster(String, context: String, uid: String, recorded: String)
  /// The hub's context leads to another cluster than the hub that a managed cluster has recorded.
  case anotherHub(String, context: String, uid: String, recorded: String, by: String)
  /// It is the same cluster as another entry of the fleet, which comes before it.
  case twin(of: String, uid: String)

  /// Whether somebody wants it so, and nothing has failed.
  package var isWanted: Bool { self == .maintenance }

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case noContext = "cluster.no-context"
    case notLookedAt = "cluster.not-looked-at"
    /// The fleet file says that the cluster is away.
    case maintenance = "cluster.maintenance"
    case context = "cluster.context"
    case otherServer = "cluster.other-server"
    case unreachable = "cluster.unreachable"
    case unidentified = "cluster.unidentified"
    case anotherCluster = "cluster.another"
    case anotherHub = "cluster.another-hub"
    case twin = "cluster.twin"
  }

  package var code: Code {
    switch self {
    case .noContext: .noContext
    case .notLookedAt: .notLookedAt
    case .maintenance: .maintenance
    case .context: .context
    case .otherServer: .otherServer
    case .unreachable: .unreachable
    case .unidentified: .unidentified
    case .anotherCluster: .anotherCluster
    case .anotherHub: .anotherHub
    case .twin: .twin
    }
  }
}
