package import JSON

/// A JSON merge patch (RFC 7386) on rendered objects: the escape hatch.
package struct Patch: Hashable, Sendable {
  /// Which objects: a nil matches any.
  package struct Target: Hashable, Sendable {
    package var kind: String
    package var name: String?
    package var cluster: String?
  }

  package var target: Target
  package var merge: JSON
}
