package import JSON

extension Manifest {
  /// The object as a person may see it: every bound field filled with what rendering knows, and marks
  /// for what it does not know and for whatever must stay out of sight.
  package func preview(_ marks: ValueMarks) -> JSON {
    bindings.reduce(body) { object, binding in
      object.setting(binding.path, to: .string(binding.preview(marks)))
    }
  }
}

extension Binding {
  /// The field's text with marks in place of pending values.
  ///
  /// One secret part hides the whole field: its neighbours would tell its length and place.
  package func preview(_ marks: ValueMarks) -> String {
    isSecret ? marks.sensitive : parts.map { $0.preview(marks) }.joined()
  }
}

extension Binding.Part {
  fileprivate func preview(_ marks: ValueMarks) -> String {
    switch self {
    case .text(let text): text
    case .value(let value), .quoted(let value): marks.pending(value)
    }
  }
}
