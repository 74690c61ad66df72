package import Facts

/// A part of a YAML text that remembers where it stood.
///
/// An alias is the node of its anchor, shared, with the anchor's mark.
package struct Node: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([Node])
    /// In the order of the text, with every key as often as it was written.
    case mapping([Pair])
  }

  package struct Pair: Hashable, Sendable {
    package let key: String
    package let keyMark: SourceMark
    package let value: Node

    package init(key: String, keyMark: SourceMark, value: Node) {
      self.key = key
      self.keyMark = keyMark
      self.value = value
    }
  }

  package let content: Content
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

  package var pairs: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  package var elements: [Node]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }
}
