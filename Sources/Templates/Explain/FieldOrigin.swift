package import Facts
package import JSON
package import Objects

/// What has given a field of a rendered object its value.
package enum FieldOrigin: Hashable, Sendable {
  /// With another value of this key, the field has another value; the mark is nil for a key's standard value.
  case key(String, SourceMark?)
  /// The patch, counted from 0, in the file's order.
  case patch(Int, SourceMark?)
  /// It is filled by apply, with what something else has.
  case pending(PendingValue)
}

/// One field of a rendered object, and what has given it.
package struct ExplainedField: Hashable, Sendable {
  /// Where in the object: named elements of lists by their name.
  package let path: FieldPath
  /// In the order of the file; empty for what no key changes.
  package let origins: [FieldOrigin]
}

/// A rendered object, field by field.
package struct ExplainedObject: Hashable, Sendable {
  /// With everything that patches have made of it.
  package let manifest: Manifest
  /// In the object's order.
  package let fields: [ExplainedField]
  /// With another value of these keys the object is not there, or has another name.
  package let existence: [FieldOrigin]
}
