import Facts

/// Whose a bucket is, by its tag.
package enum BucketOwner: Hashable, Sendable {
  /// Its tag names this fleet.
  case thisFleet
  /// Its tag names another fleet.
  case otherFleet(String)
  /// It was made by somebody else than fedctl.
  case nobody
  /// The tags may not be read.
  case unknown(S3Error)
}

extension BucketOwner: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case thisFleet = "bucket.of-this-fleet"
    case otherFleet = "bucket.of-other-fleet"
    case nobody = "bucket.of-nobody"
    case unknown = "bucket.owner-unknown"
  }

  package var code: Code {
    switch self {
    case .thisFleet: .thisFleet
    case .otherFleet: .otherFleet
    case .nobody: .nobody
    case .unknown: .unknown
    }
  }
}
