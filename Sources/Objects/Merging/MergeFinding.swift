package import JSON

/// What is worth telling of a patch that was merged into an object.
package enum MergeFinding: Hashable, Sendable {
  /// A list is replaced as a whole, and so many of its elements are not in the new one.
  case lost(FieldPath, count: Int)
  /// An element has none of the members by which the list's elements are told apart.
  case withoutKey(FieldPath, keys: [String])
  /// Several elements of the list are what an element of the patch means.
  case ambiguous(FieldPath, key: String, value: String)
  /// A member that begins with `$` and means nothing, or a value of one that it cannot have.
  case unknownDirective(FieldPath, String)

  /// The place that it is about: a list, or the mapping with the directive.
  package var path: FieldPath {
    switch self {
    case .lost(let path, _), .withoutKey(let path, _), .ambiguous(let path, _, _),
      .unknownDirective(let path, _):
      path
    }
  }

  /// Whether the patch cannot be merged.
  package var isError: Bool {
    switch self {
    case .lost: false
    case .withoutKey, .ambiguous, .unknownDirective: true
    }
  }
}
