package import Facts

/// A part of a YAML text that remembers where it stood.
///
/// An alias is the node of its anchor, shared, with the anchor's mark.
package struct Node: Hashable, Sendable {
  /// What stands there.
  package enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([Node])
    /// In the order of the text, with every key as often as it was written.
    case mapping([Pair])
  }

  /// A key and what stands under it.
  package struct Pair: Hashable, Sendable {
    /// As text, whatever its form.
    package let key: String
    /// Where the key stands.
    package let keyMark: SourceMark
    /// What stands under it.
    package let value: Node

    package init(key: String, keyMark: SourceMark, value: Node) {
      self.key = key
      self.keyMark = keyMark
      self.value = value
    }
  }

  /// What stands there.
  package let content: Content
  /// Where it begins.
  package let mark: SourceMark

  package init(_ content: Content, at mark: SourceMark) {
    self.content = content
    self.mark = mark
  }
}

extension Node {
  /// The value of a key, the last one where it stands twice; nil where this is no mapping.
  package subscript(key: String) -> Node? {
    pairs?.last { $0.key == key }?.value
  }

  /// The pairs of a mapping in the file's order, doubled keys included; nil for anything else.
  package var pairs: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// The elements of a sequence; nil for anything else.
  package var elements: [Node]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  /// A scalar; nil for a mapping or a sequence.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }
}
