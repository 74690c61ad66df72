package import JSON

/// What keeps an object that is being deleted.
package enum Linger: Hashable, Sendable {
  /// Nothing that it tells of.
  case untold
  /// A namespace's content, in the namespace controller's words.
  case content([String])
  /// Whoever must do their part first, by the names of their finalizers.
  case finalizers([String])

  /// Reads it from a live object that somebody has asked to delete.
  package init(of object: JSON) {
    let words = object.conditions.filter(\.isTrue).map(\.explanation.message)
      .filter { !$0.isEmpty }
    let finalizers = object.metadata.finalizers
    if object["kind"] == "Namespace", !words.isEmpty {
      self = .content(words)
    } else {
      self = finalizers.isEmpty ? .untold : .finalizers(finalizers)
    }
  }
}
