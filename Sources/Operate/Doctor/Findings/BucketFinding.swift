import Facts
package import ObjectStore

/// Whether a fleet's bucket is there and can be used.
package enum BucketFinding: Fact, Hashable {
  /// It can be listed and written; `versions` is whether deleted objects stay as versions.
  case usable(name: String, versions: Bool, isLocked: Bool)
  /// It is not there, and apply makes it.
  case isMade(name: String)
  /// It is there, and belongs to another fleet by its tag.
  case otherFleet(String, name: String)
  /// It is not looked at.
  case unchecked(BucketUnchecked)
  /// It is not as it must be.
  case unusable(BucketObstacle)
  /// It can be listed and not written.
  case unwritable(S3Error)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case usable = "doctor.bucket-usable"
    case isMade = "doctor.bucket-to-make"
    case otherFleet = "doctor.bucket-of-another"
    case unchecked = "doctor.bucket-unchecked"
    case unusable = "doctor.bucket-unusable"
    case unwritable = "doctor.bucket-unwritable"
  }

  package var code: Code {
    switch self {
    case .usable: .usable
    case .isMade: .isMade
    case .otherFleet: .otherFleet
    case .unchecked: .unchecked
    case .unusable: .unusable
    case .unwritable: .unwritable
    }
  }

  /// How much it matters; under Object Lock Thanos' compactor cannot delete what it has replaced.
  package var gravity: Gravity {
    switch self {
    case .usable(_, _, let isLocked): isLocked ? .warning : .well
    case .isMade: .well
    case .unchecked: .untold
    case .otherFleet: .warning
    case .unusable, .unwritable: .error
    }
  }
}
