/// Why a bucket is not purged.
package enum PurgeRefusal: Error, Sendable {
  /// Its tag names another fleet.
  case otherFleet(String)
  /// It has no tag of a fleet: somebody else made it.
  case untagged
  case tagsUnreadable(String)
  /// Versions in it may not be deleted before their time.
  case objectLock
  /// Keys that are not Thanos': how many, and the first of them.
  case foreignKeys(Int, [String])
}

extension S3Client {
  /// Why the bucket may not be purged, or nil; nothing may be deleted before this has been asked.
  ///
  /// `trustsUntagged` is whether a bucket that is nobody's by its tag may be purged.
  package func mayPurge(
    as fleet: String,
    trustsUntagged: Bool,
  ) async throws(S3Error) -> PurgeRefusal? {
    switch await owner(as: fleet) {
    case .otherFleet(let other): return .otherFleet(other)
    case .nobody where !trustsUntagged: return .untagged
    case .unknown(let reason): return .tagsUnreadable(reason)
    case .thisFleet, .nobody: break
    }
    return try await hasObjectLock() ? .objectLock : nil
  }
}
