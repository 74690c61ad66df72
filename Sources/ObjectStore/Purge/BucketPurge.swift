/// Empties a fleet's part of a bucket: every version of every key that is Thanos', and nothing else.
package struct BucketPurge: Sendable {
  let client: S3Client
  /// Below which all keys of the fleet are; empty, or with a slash at its end.
  let prefix: String
  let includesVersions: Bool
  /// How many requests may be under way at once.
  let maximumInFlight: Int

  /// Asks the server whether it has ever kept versions there.
  package init(
    _ client: S3Client,
    prefix: String,
    maximumInFlight: Int = 16,
  ) async throws(S3Error) {
    self.client = client
    self.prefix = prefix
    self.maximumInFlight = maximumInFlight
    do throws(S3Error) {
      includesVersions = try await client.versioning() != nil
    } catch {
      guard error.isNotImplemented else { throw error }
      includesVersions = false
    }
  }

  /// Whether a key is one of those that go.
  func goes(_ key: String) -> Bool {
    key.hasPrefix(prefix) && ThanosLayout.owns(key.dropFirst(prefix.count))
  }

  /// Whether an unfinished upload is one of those that go: of Thanos, or of fedctl's own trial.
  func goes(_ upload: S3Upload) -> Bool {
    goes(upload.key) || upload.key == prefix + S3Client.writeCheckKey
  }

  /// Every page of what is there now behind a key, in order, until `body` says that it has had enough.
  ///
  /// `isOther` takes the other kind of listing: versions where the bucket keeps none, else current objects.
  func forEachPage(
    after start: String? = nil,
    isOther: Bool = false,
    _ body: ([S3Object]) async throws(S3Error) -> Bool,
  ) async throws(S3Error) {
    let listing = S3Listing(
      includesVersions: includesVersions != isOther,
      prefix: prefix,
      start: start,
    )
    var page: S3Page<S3Object>?
    repeat {
      let next = try await client.page(of: listing, after: page)
      guard try await body(next.items) else { return }
      page = next
    } while page?.isLast == false && !Task.isCancelled
  }
}
