import JSON
import Objects
import YAML

extension Document {
  /// The document as YAML in block style, with a line break at the end.
  var yaml: [Binding.Part] {
    var writer = DocumentWriter()
    writer.block(self, indent: 0)
    return writer.parts
  }

  /// The document as JSON on one line.
  var json: [Binding.Part] {
    var writer = DocumentWriter()
    writer.flow(self)
    return writer.parts
  }
}

/// What is written so far, no two texts side by side.
private struct DocumentWriter {
  var parts: [Binding.Part] = []

  /// Members and elements a line each, the first on the line that is begun; anything else ends it.
  mutating func block(_ document: Document, indent: Int) {
    switch document {
    case .members(let members) where !members.isEmpty:
      for (place, member) in members.enumerated() {
        if place > 0 { margin(indent) }
        put(YAML.scalar(member.key) + ":")
        below(member.value, indent: indent)
      }
    case .list(let elements) where !elements.isEmpty:
      for (place, element) in elements.enumerated() {
        if place > 0 { margin(indent) }
        put("- ")
        block(element, indent: indent + 2)
      }
    default:
      flow(document)
      put("\n")
    }
  }

  /// The value of a key: a list begins under the key, members two columns further.
  private mutating func below(_ value: Document, indent: Int) {
    switch value {
    case .members(let members) where !members.isEmpty:
      put("\n")
      margin(indent + 2)
      block(value, indent: indent + 2)
    case .list(let elements) where !elements.isEmpty:
      put("\n")
      margin(indent)
      block(value, indent: indent)
    default:
      put(" ")
      block(value, indent: indent)
    }
  }

  /// On the line that is begun, as JSON, which YAML understands.
  mutating func flow(_ document: Document) {
    switch document {
    case .known(let value): put(value.text())
    case .pending(let value): parts.append(.quoted(value))
    case .joined(let pieces):
      put("\"")
      for piece in pieces { put(piece) }
      put("\"")
    case .list(let elements):
      put("[")
      separated(elements) { $0.flow($1) }
      put("]")
    case .members(let members):
      put("{")
      separated(members) {
        $0.put(JSON.string($1.key).text() + ":")
        $0.flow($1.value)
      }
      put("}")
    }
  }

  /// Items with something between them.
  private mutating func separated<Item>(
    _ items: [Item],
    _ write: (inout DocumentWriter, Item) -> Void,
  ) {
    for (place, item) in items.enumerated() {
      if place > 0 { put(",") }
      write(&self, item)
    }
  }

  /// A piece of a text that stands in quotes.
  private mutating func put(_ piece: Binding.Part) {
    switch piece {
    case .text(let text): put(String(JSON.string(text).text().dropFirst().dropLast()))
    case .value, .quoted: parts.append(piece)
    }
  }

  /// Joins on to the text before, so that parts stay few.
  private mutating func put(_ text: String) {
    if case .text(let before)? = parts.last {
      parts[parts.count - 1] = .text(before + text)
    } else {
      parts.append(.text(text))
    }
  }

  /// Spaces that YAML reads as depth.
  private mutating func margin(_ width: Int) { put(String(repeating: " ", count: width)) }
}
