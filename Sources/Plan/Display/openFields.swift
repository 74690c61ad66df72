import JSON
import Objects
import Text
import YAML

extension Change {
  /// A Secret's text field by field, of which only the secrets are hidden; nil where it has to be hidden as a
  /// whole, as any other and one that is not read as YAML.
  func openFields(
    of difference: Difference,
    showing shown: (JSON, _ isOpen: Bool) -> String,
    _ marks: ValueMarks,
  ) -> [DisplayedField]? {
    guard let open = desired?.manifest.openText,
      difference.path == FieldPath(keys: "data", open.key),
      let before = Self.fields(of: difference.before),
      let after = Self.fields(of: difference.after)
    else { return nil }
    return Difference.between(before, and: after, at: FieldPath()).map { inner in
      let text = { (part: JSON) -> String in
        let masked = open.masking(part, at: inner.path, .string(marks.sensitive))
        // Only a value that stands alone may be told as not known yet.
        return masked == .string(marks.sensitive) ? shown(part, false) : shown(masked, true)
      }
      return DisplayedField(
        path: FieldPath(difference.path.steps + inner.path.steps).description,
        before: inner.before.map(text),
        after: inner.after.map(text),
      )
    }
  }

  /// What the base64 text of a Secret's key has as YAML; empty for a key that is not there, nil for a text
  /// without fields.
  private static func fields(of value: JSON?) -> JSON?? {
    guard let value else { return .some(nil) }
    guard let text = value.stringValue.flatMap({ Base64.string(of: $0) }),
      let node = try? YAML.document(Array(text.utf8), file: "")
    else { return nil }
    switch node.json {
    case .array, .object: return node.json
    default: return nil
    }
  }
}
