import Facts
package import Objects

/// What could cost somebody their night if it were overlooked in a plan.
///
/// A danger says hardly anything that the plan does not tell elsewhere: it is what must not be found further down.
package enum Danger: Fact, Hashable {
  /// Clusters that the file no longer names; all that the fleet has there is deleted.
  case clustersLeave([String])
  /// Objects that are deleted on clusters that stay; never empty.
  case deletes([ObjectReference])
  /// Objects that are deleted and created again, all with the same consequence; never empty.
  case replaces([ObjectReference], Consequence)
  /// What is written from now on goes to another bucket; both as `name at endpoint`.
  case bucketMoves(from: String, to: String)
  /// The bucket keeps samples of a resolution for a shorter time; nil stands for ever.
  case shortensRetention(BucketResolution, from: String?, to: String)
  /// So many pods of a workload go that keep samples in volumes, and their volume claims stay or go with them.
  case podsGo(ObjectReference, Int, keepsClaims: Bool)
  /// Labels with which clusters' series are stored change, so that old and new series are different ones.
  case splitsSeries(clusters: [String], labels: [String])
  /// A cluster is called otherwise than when it was applied last, and so are its series.
  case renames(from: String, to: String)
  /// Objects of others that become the fleet's and lose what somebody has set; never empty.
  case takesOver([ObjectReference])
  /// What objects name is not there, and nobody of the fleet makes it; the objects are on one cluster or many, and never
  /// none. This alone the plan tells nowhere else.
  case lacks(Lack, for: [ObjectReference])
  /// Clusters of which nothing is known, out of so many.
  case clustersUnknown([String], of: Int)
  /// Objects that cannot be done as they stand, all for the same reason; never empty.
  case blocked([ObjectReference], Obstacle)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case clustersLeave = "danger.clusters-leave"
    case deletes = "danger.deletes"
    case replaces = "danger.replaces"
    case bucketMoves = "danger.bucket-moves"
    /// The bucket keeps samples for a shorter time than before: those that are older go for good.
    case shortensRetention = "danger.shortens-retention"
    /// Pods go that keep samples in volumes of their own.
    case podsGo = "danger.pods-go"
    case splitsSeries = "danger.splits-series"
    case renames = "danger.renames"
    case takesOver = "danger.takes-over"
    /// A Secret, a ConfigMap or a PriorityClass that objects name is not there, or has not the keys.
    case lacks = "danger.lacks"
    case clustersUnknown = "danger.clusters-unknown"
    /// Some objects cannot be applied as they stand.
    case blocked = "danger.blocked"
  }

  package var code: Code {
    switch self {
    case .clustersLeave: .clustersLeave
    case .deletes: .deletes
    case .replaces: .replaces
    case .bucketMoves: .bucketMoves
    case .shortensRetention: .shortensRetention
    case .podsGo: .podsGo
    case .splitsSeries: .splitsSeries
    case .renames: .renames
    case .takesOver: .takesOver
    case .lacks: .lacks
    case .clustersUnknown: .clustersUnknown
    case .blocked: .blocked
    }
  }
}
