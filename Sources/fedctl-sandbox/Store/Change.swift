import JSON

/// One write to one object.
struct Change: Sendable {
  /// As watches name it.
  enum Verb: String, Sendable {
    case added = "ADDED"
    case modified = "MODIFIED"
    case deleted = "DELETED"
  }

  let verb: Verb
  let resource: Resource
  /// The object after the change; of one that was deleted, its last form.
  let object: JSON
  /// The object before; nil where it is new.
  let previous: JSON?
  /// The version that the cluster had right after the change.
  let revision: Int
}
