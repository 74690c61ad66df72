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
    case .unknown(let error): return .tagsUnreadable(error)
    case .thisFleet, .nobody: break
    }
    return try await hasObjectLock() ? .objectLock : nil
  }
}
