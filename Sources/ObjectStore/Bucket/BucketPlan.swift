/// What a fleet's bucket is, and what apply does about it.
package enum BucketPlan: Hashable, Sendable {
  /// It is missing and is made.
  case create
  /// It is there, empty and nobody's: it gets the fleet's tag, as one that a run made and had no time
  /// to tag.
  case claim
  case exists(BucketOwner)
  /// It is not looked at, for this reason.
  case unchecked(String)
  /// Nothing may be applied until this is mended.
  case refused(String)

  package var hasChanges: Bool {
    switch self {
    case .create, .claim: true
    case .exists, .unchecked, .refused: false
    }
  }

  package var isRefused: Bool {
    if case .refused = self { true } else { false }
  }
}

/// Whose a bucket is, by its tag.
package enum BucketOwner: Hashable, Sendable {
  case thisFleet
  case otherFleet(String)
  /// It was made by somebody else than fedctl.
  case nobody
  /// The tags may not be read.
  case unknown(String)
}

/// What the fleet file says of its bucket, as far as looking at it goes.
package struct BucketIntent: Sendable {
  /// The fleet's name, which the tag holds.
  package let fleet: String
  /// Below which all keys of the fleet are; empty, or with a slash at its end.
  package let prefix: String
  /// Whether it is made where it is missing.
  package let isCreated: Bool
  /// Whether the pods write with the same keys as fedctl.
  package let sharesKeys: Bool

  package init(fleet: String, prefix: String, isCreated: Bool, sharesKeys: Bool) {
    self.fleet = fleet
    self.prefix = prefix
    self.isCreated = isCreated
    self.sharesKeys = sharesKeys
  }
}
