package import JSON

/// A JSON merge patch (RFC 7386) on rendered objects: the escape hatch.
package struct Patch: Hashable, Sendable {
  /// Which objects: a nil matches any.
  package struct Target: Hashable, Sendable {
    /// As in objects: `Deployment`.
    package var kind: String
    /// The object's name; nil for every object of the kind.
    package var name: String?
    /// The cluster's name in the fleet; nil for all clusters.
    package var cluster: String?
  }

  /// Which objects are patched: those that fit all that is set.
  package var target: Target
  /// What is merged into each of them, by RFC 7386.
  package var merge: JSON
}
