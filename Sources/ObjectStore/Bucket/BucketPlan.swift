/// What a fleet's bucket is, and what apply does about it.
package enum BucketPlan: Hashable, Sendable {
  /// It is missing and is made.
  case create
  /// It is there, empty and nobody's: it gets the fleet's tag, as one that a run made and had no time
  /// to tag.
  case claim
  case exists(BucketOwner)
  case unchecked(BucketUnchecked)
  /// Nothing may be applied until this is mended.
  case refused(BucketObstacle)

  /// Whether carrying it out would change the bucket.
  package var hasChanges: Bool {
    switch self {
    case .create, .claim: true
    case .exists, .unchecked, .refused: false
    }
  }

  /// Whether nothing may be applied before something is mended.
  package var isRefused: Bool {
    if case .refused = self { true } else { false }
  }
}
