import ObjectStore

extension BucketPlan {
  /// What a plan says below the bucket's name, line by line.
  var words: [String] {
    switch self {
    case .create: ["private, encrypted, tagged \(S3Client.fleetTag) with the fleet's name"]
    case .claim: ["exists, is empty and has no tag of a fleet: it gets this one's"]
    case .exists(let owner): owner.words
    case .unchecked(let reason): ["is not looked at: \(reason)"]
    case .refused(let reason): [reason]
    }
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
