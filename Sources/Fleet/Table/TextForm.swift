/// A rule for one piece of text.
struct TextForm: Sendable {
  /// A regular expression for the JSON Schema, at most as strict as `flaw`.
  var pattern: String?
  /// Whether a bare number is text as well, as `cpu: 1` is.
  var acceptsNumbers = false
  /// A text that is fine, for whoever has never written one.
  let example: String
  /// nil for a text that is fine.
  let flaw: @Sendable (String) -> FormFlaw?
}

extension TextForm {
  /// Any text but none.
  static let nonEmpty = TextForm(pattern: ".", example: "text") { text in
    text.isEmpty ? .empty : nil
  }

  static let any = TextForm(example: "text") { _ in nil }
}
