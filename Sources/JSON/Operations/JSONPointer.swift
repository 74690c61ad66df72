/// The way to a part of a JSON value as RFC 6901 writes it: `/spec/ports/0/name`.
///
/// A step into a list is a number, `-` for the place behind its end, or, beyond the RFC, `name=web`: the one
/// element that has this member, so that nobody has to count.
package struct JSONPointer: Hashable, Sendable {
  /// From the root on, with `~1` and `~0` read; none for the root itself.
  package let steps: [String]

  /// nil for a text that is neither empty nor begins with a slash, or in which a tilde means nothing.
  package init?(_ text: String) {
    guard text.isEmpty || text.hasPrefix("/") else { return nil }
    var steps: [String] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let step = Self.unescaped(part) else { return nil }
      steps.append(step)
    }
    self.steps = steps
  }

  /// `~1` is a slash and `~0` a tilde; nil where another letter follows.
  private static func unescaped(_ part: Substring) -> String? {
    let pieces = part.split(separator: "~", omittingEmptySubsequences: false)
    var text = String(pieces.first ?? "")
    for piece in pieces.dropFirst() {
      switch piece.first {
      case "0": text += "~\(piece.dropFirst())"
      case "1": text += "/\(piece.dropFirst())"
      default: return nil
      }
    }
    return text
  }
}

extension JSONPointer: CustomStringConvertible {
  /// As it was written.
  package var description: String {
    steps.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
  }
}

extension JSON {
  /// Where an element stands that a pointer's step names; nil where none does, or several.
  func place(of step: String) -> Int? {
    guard let elements = arrayValue else { return nil }
    if let index = Int(step), elements.indices.contains(index) { return index }
    let parts = step.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let places = elements.indices.filter { elements[$0].has(parts[0], parts[1]) }
    return places.count == 1 ? places.first : nil
  }

  /// Whether a member is this text, or a number that is written so.
  private func has(_ key: Substring, _ value: Substring) -> Bool {
    guard let member = self[String(key)] else { return false }
    return (member.stringValue ?? member.text()) == value
  }

  /// The part that a pointer leads to; nil where it leads nowhere.
  package subscript(pointer: JSONPointer) -> JSON? {
    var current = self
    for step in pointer.steps {
      guard let next = current[step] ?? current.place(of: step).flatMap({ current[$0] }) else {
        return nil
      }
      current = next
    }
    return current
  }
}
