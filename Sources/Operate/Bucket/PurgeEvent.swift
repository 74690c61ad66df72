package import ObjectStore

/// What a purge finds and does, in the order in which it happens.
///
/// Counts only grow; the last of them before `ended` may be lower than what has really gone.
package enum PurgeEvent: Sendable {
  /// The bucket has gone already.
  case bucketMissing
  /// How many objects have been counted so far.
  case counted(Int)
  /// What would go, and what asks for more than the fleet's objects.
  case surveyed(BucketSurvey, PurgeSettings)
  /// Whose metrics they are.
  case origins([BlockOrigin: BlockTotals])
  /// How many objects of how many have gone so far.
  case deleted(Int, of: Int)
  /// A signal came: no more batches are sent.
  case interrupted
  case ended(PurgeOutcome)
  case bucketDeleted
  /// The bucket itself stays: objects outside the fleet's prefix, or not Thanos', are in it.
  case bucketNotEmpty
  /// Nothing is purged, since something may still write to the bucket.
  case heldBack
}
