import Facts

/// In what a plan that is made now is another than the saved one.
package enum PlanDeviation: Fact, Hashable {
  // MARK: The fleet

  /// The fleet file renders to something else.
  case fleetFile
  /// What becomes of the bucket; nil where it is left alone. By the names that the file has for it.
  case bucket(saved: String?, now: String?)
  case clusterAdded(String)
  case clusterMissing(String)
  /// The context leads to another cluster; both by uid.
  case clusterIdentity(String, saved: String, now: String)
  /// It was reached, and is unknown now, by the code of why.
  case clusterLost(String, now: String)
  /// It was unknown, and is reached now.
  case clusterFound(String)
  /// Whether it leaves the fleet, or what it was called before.
  case clusterOtherwise(String)

  // MARK: Objects

  /// It is changed now, and was not to be.
  case objectAdded(SavedPlan.Name, now: Action)
  /// It was to be changed, and is not any more.
  case objectMissing(SavedPlan.Name, saved: Action)
  case objectAction(SavedPlan.Name, saved: Action, now: Action)
  /// It has been made anew since, or has come or gone.
  case objectIdentity(SavedPlan.Name)
  /// What it holds of the fleet's has been changed since.
  case objectChanged(SavedPlan.Name)
  /// What would be sent is another.
  case objectContent(SavedPlan.Name)
  /// The codes of what is said of it.
  case objectRemarks(SavedPlan.Name, saved: [String], now: [String])

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case fleetFile = "saved-plan.fleet-file"
    /// What becomes of the bucket is another.
    case bucket = "saved-plan.bucket"
    /// The saved plan does not have the cluster.
    case clusterAdded = "saved-plan.cluster-added"
    /// Only the saved plan has the cluster.
    case clusterMissing = "saved-plan.cluster-missing"
    case clusterIdentity = "saved-plan.cluster-identity"
    case clusterLost = "saved-plan.cluster-lost"
    case clusterFound = "saved-plan.cluster-found"
    /// The cluster leaves the fleet, or is renamed, otherwise than the plan has it.
    case clusterOtherwise = "saved-plan.cluster-otherwise"
    case objectAdded = "saved-plan.object-added"
    case objectMissing = "saved-plan.object-missing"
    /// Something else would be done with the object.
    case objectAction = "saved-plan.object-action"
    case objectIdentity = "saved-plan.object-identity"
    case objectChanged = "saved-plan.object-changed"
    case objectContent = "saved-plan.object-content"
    /// Something else is said of the object.
    case objectRemarks = "saved-plan.object-remarks"
  }

  package var code: Code {
    switch self {
    case .fleetFile: .fleetFile
    case .bucket: .bucket
    case .clusterAdded: .clusterAdded
    case .clusterMissing: .clusterMissing
    case .clusterIdentity: .clusterIdentity
    case .clusterLost: .clusterLost
    case .clusterFound: .clusterFound
    case .clusterOtherwise: .clusterOtherwise
    case .objectAdded: .objectAdded
    case .objectMissing: .objectMissing
    case .objectAction: .objectAction
    case .objectIdentity: .objectIdentity
    case .objectChanged: .objectChanged
    case .objectContent: .objectContent
    case .objectRemarks: .objectRemarks
    }
  }
}
