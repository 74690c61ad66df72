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
