import JSON
import Objects

extension Change {
  /// The annotation of a workload's pods whose text is a digest: that it changes is all that anybody can read in it.
  ///
  /// nil for any other field.
  func configuration(_ difference: Difference, _ marks: ValueMarks) -> DisplayedField? {
    guard difference.path.steps.last == .key(WellKnown.podConfiguration) else { return nil }
    let after = difference.after?.stringValue.map { digest in
      desired?.placeholders.contains { $0.text == digest } == true
        ? marks.unknown : marks.configuration(digest, difference.before != nil)
    }
    return DisplayedField(
      path: difference.path.description,
      before: difference.before?.stringValue.map { marks.configuration($0, false) },
      after: after,
    )
  }
}
