import Fleet
import ObjectStore

extension FleetSession {
  /// What a plan says of the bucket; empty where there is none or nothing is planned for it.
  func bucketText(of planned: PlannedRun, style: TextStyle) -> String {
    guard let bucket, let plan = planned.bucket else { return "" }
    return bucket.text(of: plan, style: style)
  }
}

extension BucketAccess {
  /// What a plan says of the bucket, with an empty line behind it.
  fileprivate func text(of plan: BucketPlan, style: TextStyle) -> String {
    let place = "bucket \(bucket.name) at \(bucket.endpoint) (\(bucket.region))"
    let lines =
      switch plan {
      case .create:
        [
          style.paint(.addition, "+ \(place)"),
          "    private, encrypted, tagged \(S3Client.fleetTag) with the fleet's name",
        ]
      case .claim:
        [
          style.paint(.modification, "~ \(place)"),
          "    exists, is empty and has no tag of a fleet: it gets this one's",
        ]
      case .exists(let owner): ["= \(place)"] + owner.words.map { "    \($0)" }
      case .unchecked(let reason): ["? \(place)", "    is not looked at: \(reason)"]
      case .refused(let reason):
        [style.paint(.problem, "! \(place)"), style.paint(.problem, "    \(reason)")]
      }
    return (lines + [""]).map { "\($0)\n" }.joined()
  }
}

extension BucketOwner {
  fileprivate var words: [String] {
    switch self {
    case .thisFleet: []
    case .otherFleet(let name): ["belongs to fleet \(name) by its tag"]
    case .nobody: ["was not made by fedctl"]
    case .unknown(let reason): ["whose it is cannot be read: \(reason)"]
    }
  }
}
