package import JSON

extension YAML {
  /// A value as YAML text in block style, as kubectl prints it, with a line break at the end.
  ///
  /// Reading the text gives the same value, here and with readers of YAML 1.1 and 1.2.
  package static func text(_ value: JSON) -> String {
    var emitter = Emitter()
    emitter.document(value)
    return emitter.output
  }
}

/// Writes one value as YAML that every reader takes for the same.
private struct Emitter {
  var output = ""

  /// The whole text, with a line break at its end.
  mutating func document(_ value: JSON) {
    switch value {
    case .object(let members) where !members.isEmpty: self.members(members, indent: 0)
    case .array(let elements) where !elements.isEmpty: self.elements(elements, indent: 0)
    default:
      scalar(value, indent: 0)
      output += "\n"
    }
  }

  /// The members of an object, of which the first continues the line that is begun.
  private mutating func members(_ members: JSONObject, indent: Int) {
    for (place, member) in members.enumerated() {
      if place > 0 { margin(indent) }
      key(member.key, indent: indent)
      switch member.value {
      case .object(let inner) where !inner.isEmpty:
        output += "\n"
        margin(indent + 2)
        self.members(inner, indent: indent + 2)
      case .array(let inner) where !inner.isEmpty:
        output += "\n"
        margin(indent)
        elements(inner, indent: indent)
      default:
        output += " "
        scalar(member.value, indent: indent)
        output += "\n"
      }
    }
  }

  /// A reader gives up looking for a colon after 1024 characters, and takes a longer key only where a
  /// question mark has said that one begins.
  private mutating func key(_ text: String, indent: Int) {
    let key = ScalarText.inline(text)
    guard key.unicodeScalars.count > 1024 else {
      output += key + ":"
      return
    }
    output += "? " + key + "\n"
    margin(indent)
    output += ":"
  }

  /// One line or block for each.
  private mutating func elements(_ elements: [JSON], indent: Int) {
    for (place, element) in elements.enumerated() {
      if place > 0 { margin(indent) }
      output += "- "
      switch element {
      case .object(let inner) where !inner.isEmpty: members(inner, indent: indent + 2)
      case .array(let inner) where !inner.isEmpty: self.elements(inner, indent: indent + 2)
      default:
        scalar(element, indent: indent)
        output += "\n"
      }
    }
  }

  /// On one line, but for texts of several lines.
  private mutating func scalar(_ value: JSON, indent: Int) {
    switch value {
    case .string(let text): string(text, indent: indent + 2)
    case .double(let number): output += ScalarText.number(number)
    // What is left of arrays and objects is empty, which JSON and YAML write alike.
    default: output += value.text()
    }
  }

  /// In quotes wherever a reader might take it for something else.
  private mutating func string(_ text: String, indent: Int) {
    guard let block = LiteralBlock(text) else {
      output += ScalarText.inline(text)
      return
    }
    output += block.header
    for line in block.lines {
      output += "\n"
      if !line.isEmpty { margin(indent) }
      output += line
    }
  }

  /// Two spaces for each level.
  private mutating func margin(_ width: Int) { output += String(repeating: " ", count: width) }
}
