extension S3Client {
  /// The tag that says whose a bucket is.
  package static let fleetTag = "fedctl:fleet"

  /// Looks at the bucket and decides what has to be done, without changing anything.
  package func plan(_ intent: BucketIntent) async -> BucketPlan {
    do throws(S3Error) {
      try await check(prefix: intent.prefix)
      if region != location.region {
        return .refused(.otherRegion(bucket: location.bucket, region: region))
      }
      let owner = await owner(as: intent.fleet)
      guard intent.isCreated, owner == .nobody else { return .exists(owner) }
      return try await isEmpty() ? .claim : .exists(owner)
    } catch {
      if intent.isCreated, error.isMissingBucket { return .create }
      // Somebody else's keys go into the pods; without any of our own, there is no way to look.
      if !intent.sharesKeys, !intent.isCreated, case .credentials(let reason) = error {
        return .unchecked(.noCredentials(reason))
      }
      return .refused(.failure(error))
    }
  }

  /// Whose the bucket is, as its tag says.
  package func owner(as fleet: String) async -> BucketOwner {
    do throws(S3Error) {
      guard let owner = try await tags()[Self.fleetTag] else { return .nobody }
      return owner == fleet ? .thisFleet : .otherFleet(owner)
    } catch {
      return error.isNotImplemented ? .nobody : .unknown(error)
    }
  }

  /// Whether there is nothing at all: no object, no version, no unfinished upload.
  package func isEmpty() async throws(S3Error) -> Bool {
    for includesVersions in [false, true] {
      let listing = S3Listing(includesVersions: includesVersions, pageSize: 1)
      do throws(S3Error) {
        guard try await page(of: listing).items.isEmpty else { return false }
      } catch {
        guard includesVersions, error.isNotImplemented else { throw error }
      }
    }
    return try await uploads(below: "").items.isEmpty
  }
}
