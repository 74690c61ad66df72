extension S3Client {
  /// Does what the plan says, then proves that objects may be written.
  ///
  /// The tag comes right after the bucket: a run that ends in between leaves an empty bucket, which
  /// the next one claims. `tell` gets what has been done, in words.
  package func carryOut(
    _ plan: BucketPlan,
    _ intent: BucketIntent,
    tell: (String) -> Void,
  ) async throws(S3Error) {
    switch plan {
    case .create:
      try await create()
      try await claim(for: intent.fleet)
      tell("created, tagged \(Self.fleetTag)=\(intent.fleet)")
      try await protect(tell)
    case .claim:
      try await claim(for: intent.fleet)
      tell("tagged \(Self.fleetTag)=\(intent.fleet)")
      try await protect(tell)
    case .exists: break
    case .unchecked, .refused: return
    }
    if intent.sharesKeys { try await checkWriting(below: intent.prefix) }
  }

  /// Adds the fleet's tag to those that there are: setting tags replaces all.
  private func claim(for fleet: String) async throws(S3Error) {
    try await setTags(try await tags().merging([Self.fleetTag: fleet]) { $1 })
  }

  private func protect(_ tell: (String) -> Void) async throws(S3Error) {
    let (isPrivate, isEncrypted) = (try await blockPublicAccess(), try await encrypt())
    tell(isPrivate ? "public access blocked" : "the server knows no block of public access")
    tell(isEncrypted ? "encrypted (SSE-S3)" : "the server knows no setting for encryption")
  }
}
