import ObjectStore

extension BucketPlan {
  /// What a plan says below the bucket's name, line by line.
  var words: [String] {
    switch self {
    case .create: ["private, encrypted, tagged \(S3Client.fleetTag) with the fleet's name"]
    case .claim: ["exists, is empty and has no tag of a fleet: it gets this one's"]
    case .exists(let owner): owner.words.map { [$0] } ?? []
    case .unchecked(let reason): ["is not looked at: \(reason.words)"]
    case .refused(let obstacle): [obstacle.words]
    }
  }
}

extension BucketObstacle {
  /// Why nothing is applied, and what to do next.
  var words: String {
    switch self {
    case .otherRegion(let bucket, let region):
      "bucket \(bucket) is in \(region); write `region: \(region)` under `bucket`"
    case .failure(let error): error.words
    }
  }
}

extension BucketUnchecked {
  /// Why the bucket is not looked at.
  var words: String {
    switch self {
    case .switchedOff: "`check: false` in the fleet file"
    case .noCredentials(let error): error.words
    }
  }
}

extension BucketOwner {
  /// nil where it goes without saying.
  fileprivate var words: String? {
    switch self {
    case .thisFleet: nil
    case .otherFleet(let name): "belongs to fleet \(name) by its tag"
    case .nobody: "was not made by fedctl"
    case .unknown(let error): "whose it is cannot be read: \(error.words)"
    }
  }
}

extension BucketEvent {
  /// What has been done, behind the bucket's name.
  var words: String {
    switch self {
    case .created(let fleet): "created, tagged \(S3Client.fleetTag)=\(fleet)"
    case .tagged(let fleet): "tagged \(S3Client.fleetTag)=\(fleet)"
    case .publicAccessBlocked: "public access blocked"
    case .publicAccessUnblockable: "the server knows no block of public access"
    case .encrypted: "encrypted (SSE-S3)"
    case .encryptionUnknown: "the server knows no setting for encryption"
    case .encryptionFailed: "not encrypted: the server takes the setting, but no object under it"
    }
  }
}
