import JSON

/// One line of a watch.
struct WatchEvent {
  /// What has become of the object.
  enum Kind: String {
    case added = "ADDED"
    case modified = "MODIFIED"
    case deleted = "DELETED"
  }

  let type: Kind
  /// As it then was; of one that was deleted, its last state.
  let object: JSON
}
