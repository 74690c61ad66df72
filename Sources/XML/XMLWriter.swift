extension XMLElement {
  /// The document, without white space of its own.
  ///
  /// nil where a text holds a character that XML 1.0 cannot carry, not even escaped.
  package func document() -> [UInt8]? {
    var text = #"<?xml version="1.0" encoding="UTF-8"?>"#
    guard write(to: &text) else { return nil }
    return Array(text.utf8)
  }

  private func write(to output: inout String) -> Bool {
    guard XMLText.isCarried(text) else { return false }
    output += "<\(name)>"
    XMLText.escape(text, to: &output)
    for child in children {
      guard child.write(to: &output) else { return false }
    }
    output += "</\(name)>"
    return true
  }
}

/// Which characters XML 1.0 can carry, and how.
package enum XMLText {
  package static func isCarried(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    }
  }

  /// A bare line end would come back as another, so it is written as a reference.
  static func escape(_ text: String, to output: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\t", "\n", "\r": output += "&#\(scalar.value);"
      default: output.unicodeScalars.append(scalar)
      }
    }
  }
}
