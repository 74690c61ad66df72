package import JSON

/// A key of a Secret's data whose text is YAML, and the fields of it that are no secret.
///
/// Kubernetes and its operators want some settings in a Secret although hardly any of them is one. What is not
/// named here is hidden, whoever wrote it, so that a password which a hand or a patch has put beside the rest
/// is not shown.
package struct OpenText: Hashable, Sendable {
  /// The key of the data.
  package let key: String
  /// The fields that may be shown, as `config.bucket`; places in lists are left out.
  private let fields: Set<String>

  package init(_ key: String, showing fields: Set<String>) {
    self.key = key
    self.fields = fields
  }

  /// Part of the text with `mark` for every value in it that may not be shown.
  ///
  /// - `path`: from the text's root to the part.
  package func masking(_ part: JSON, at path: FieldPath, _ mark: JSON) -> JSON {
    switch part {
    case .array(let items):
      return .array(items.indices.map { masking(items[$0], at: path / .index($0), mark) })
    case .object(let members):
      return .object(
        JSONObject(members.map { ($0.key, masking($0.value, at: path / $0.key, mark)) })
      )
    default: return isShown(path) ? part : mark
    }
  }

  /// Whether the value at a path may be shown.
  private func isShown(_ path: FieldPath) -> Bool {
    let keys = path.steps.compactMap { if case .key(let key) = $0 { key } else { nil } }
    return fields.contains(keys.joined(separator: "."))
  }
}
