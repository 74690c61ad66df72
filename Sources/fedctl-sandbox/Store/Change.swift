import JSON

/// One write to one object.
struct Change: Sendable {
  enum Verb: String, Sendable {
    case added = "ADDED"
    case modified = "MODIFIED"
    case deleted = "DELETED"
  }

  let verb: Verb
  let resource: Resource
  let object: JSON
  /// The object before; nil where it is new.
  let previous: JSON?
  let revision: Int
}
