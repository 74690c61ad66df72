import JSON

/// What a write came to.
struct Outcome: Sendable {
  /// The object as it is kept now, or would be after a dry run.
  let object: JSON
  /// Whether the object was not there before.
  var isNew = false
  /// What the server advises against, for `Warning` headers.
  var warnings: [String] = []
}
