package import JSON

extension Manifest {
  /// The object as a person may see it: every bound field filled with what is known, a mark for
  /// what is not, and `(sensitive)` for whatever must stay out of sight.
  package var preview: JSON {
    bindings.reduce(body) { object, binding in
      object.setting(binding.path, to: .string(binding.preview))
    }
  }
}

extension Binding {
  /// The field's text with marks in place of pending values.
  ///
  /// One secret part hides the whole field: its neighbours would tell its length and place.
  package var preview: String {
    isSecret ? "(sensitive)" : parts.map(\.preview).joined()
  }
}

extension Binding.Part {
  fileprivate var preview: String {
    switch self {
    case .text(let text): text
    case .value(let value), .quoted(let value): "(known after apply: \(value))"
    }
  }
}
