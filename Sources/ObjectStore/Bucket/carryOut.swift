extension S3Client {
  /// Does what the plan says, then proves that objects may be written.
  ///
  /// The tag comes right after the bucket: a run that ends in between leaves an empty bucket, which
  /// the next one claims. `tell` gets what has been done, as it is done.
  package func carryOut(
    _ plan: BucketPlan,
    _ intent: BucketIntent,
    tell: (BucketEvent) -> Void,
  ) async throws(S3Error) {
    switch plan {
    case .create:
      try await create()
      try await onceKnown { () throws(S3Error) in try await claim(for: intent.fleet) }
      tell(.created(fleet: intent.fleet))
      try await protect(below: intent.prefix, tell)
    case .claim:
      try await claim(for: intent.fleet)
      tell(.tagged(fleet: intent.fleet))
      try await protect(below: intent.prefix, tell)
    case .exists: break
    case .unchecked, .refused: return
    }
    if intent.sharesKeys { try await checkWriting(below: intent.prefix) }
  }

  /// A bucket that was made a moment ago is not known everywhere at once.
  private func onceKnown(
    _ body: () async throws(S3Error) -> Void
  ) async throws(S3Error) {
    for _ in 0..<10 {
      do throws(S3Error) {
        return try await body()
      } catch {
        guard error.isMissingBucket, (try? await Task.sleep(for: .seconds(1))) != nil else {
          throw error
        }
      }
    }
    try await body()
  }

  /// Adds the fleet's tag to those that there are: setting tags replaces all.
  private func claim(for fleet: String) async throws(S3Error) {
    try await setTags(try await tags().merging([Self.fleetTag: fleet]) { $1 })
  }

  /// Private and encrypted, as far as the server knows how.
  private func protect(
    below prefix: String,
    _ tell: (BucketEvent) -> Void,
  ) async throws(S3Error) {
    let isPrivate = try await blockPublicAccess()
    tell(isPrivate ? .publicAccessBlocked : .publicAccessUnblockable)
    guard try await encrypt() else { return tell(.encryptionUnknown) }
    do throws(S3Error) {
      try await checkWriting(below: prefix)
      tell(.encrypted)
    } catch {
      // Some take the setting without having a key for it, and then take no object.
      guard error.isServerFailure else { throw error }
      try await stopEncrypting()
      tell(.encryptionFailed)
    }
  }
}
