package import Facts

/// Something wrong with what a person gave us, said so that they can mend it.
///
/// The wording rules are in docs/errors.md: a fixed summary without user-chosen names, a detail that
/// says what and why, a remedy that says what to do next.
package struct Diagnostic: Error, Hashable, Sendable {
  /// Whether it keeps what was asked from being done.
  package var severity: Severity
  /// A few words that are the same for every instance, as `unknown key`.
  package var summary: String
  /// Whole sentences: what it is and why it is a problem.
  package var detail: String
  /// What to do next, if that is not plain from the detail.
  package var remedy: String?
  /// The place in a file; nil where it is about no text.
  package var mark: SourceMark?

  package init(
    _ severity: Severity = .error,
    _ summary: String,
    detail: String = "",
    remedy: String? = nil,
    at mark: SourceMark? = nil,
  ) {
    self.severity = severity
    self.summary = summary
    self.detail = detail
    self.remedy = remedy
    self.mark = mark
  }
}
