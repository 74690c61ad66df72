import Facts

/// Why a bucket is not purged.
package enum PurgeRefusal: Error, Hashable, Sendable {
  /// Its tag names another fleet.
  case otherFleet(String)
  /// It has no tag of a fleet: somebody else made it.
  case untagged
  /// Whose it is cannot be read, so nothing is risked.
  case tagsUnreadable(S3Error)
  /// Versions in it may not be deleted before their time.
  case objectLock
  /// Keys that are not Thanos': how many, and the first of them.
  case foreignKeys(Int, [String])
}

extension PurgeRefusal: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case otherFleet = "purge.other-fleet"
    case untagged = "purge.untagged"
    case tagsUnreadable = "purge.tags-unreadable"
    case objectLock = "purge.object-lock"
    case foreignKeys = "purge.foreign-keys"
  }

  package var code: Code {
    switch self {
    case .otherFleet: .otherFleet
    case .untagged: .untagged
    case .tagsUnreadable: .tagsUnreadable
    case .objectLock: .objectLock
    case .foreignKeys: .foreignKeys
    }
  }
}
