/// What of a bucket is purged, and in spite of what.
///
/// Everything is off unless it was asked for: what a purge deletes cannot be had back.
package struct PurgeSettings: Hashable, Sendable {
  /// Whether the bucket itself goes once it is empty.
  package var deletesBucket: Bool
  /// Whether keys that Thanos does not write stay, instead of being a reason to refuse.
  package var keepsForeign: Bool
  /// Whether a bucket that no fleet has made may be purged.
  package var trustsUntagged: Bool

  package init(
    deletesBucket: Bool = false,
    keepsForeign: Bool = false,
    trustsUntagged: Bool = false,
  ) {
    self.deletesBucket = deletesBucket
    self.keepsForeign = keepsForeign
    self.trustsUntagged = trustsUntagged
  }
}
