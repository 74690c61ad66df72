/// What keeps a part from being set into a text that others write too, or from being taken out of it.
package enum PartFlaw: Error, Hashable, Sendable {
  /// The text is no YAML.
  case unreadable(YAMLError)
  /// The text is no mapping as a whole.
  case noMapping
  /// Somebody else has another value there, as JSON; keys are joined by full stops.
  case otherValue(path: String, found: String)
  /// Lines cannot be added there without rewriting what somebody else has: it is written in braces, or an
  /// alias stands for it. The line counts from 1.
  case notInLines(line: Int)
}
