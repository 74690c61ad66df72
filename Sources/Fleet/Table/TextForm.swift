/// A rule for one piece of text.
struct TextForm: Sendable {
  /// Why a text is refused, and what to write instead.
  struct Complaint: Hashable, Sendable {
    let detail: String
    var remedy: String?

    init(_ detail: String, remedy: String? = nil) {
      self.detail = detail
      self.remedy = remedy
    }
  }

  /// A regular expression for the JSON Schema, at most as strict as `complaint`.
  var pattern: String?
  /// Whether a bare number is text as well, as `cpu: 1` is.
  var acceptsNumbers = false
  /// nil for a text that is fine.
  let complaint: @Sendable (String) -> Complaint?
}

extension TextForm {
  /// Any text but none.
  static let nonEmpty = TextForm(pattern: ".") { text in
    text.isEmpty ? Complaint("The value is empty.") : nil
  }

  static let any = TextForm { _ in nil }
}
