package import JSON

/// One line of a watch.
package struct WatchEvent: Sendable {
  /// What has become of the object.
  package enum Kind: String, Sendable {
    case added = "ADDED"
    case modified = "MODIFIED"
    case deleted = "DELETED"
  }

  /// What has become of it.
  package let type: Kind
  /// As it then was; of one that was deleted, its last state.
  package let object: JSON
}
