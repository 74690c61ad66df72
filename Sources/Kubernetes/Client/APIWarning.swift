package import Objects

/// What an API server, or an admission webhook, has against an object that it took all the same.
package struct APIWarning: Hashable, Sendable {
  /// The kubeconfig's context that was asked.
  package let context: String
  /// What was sent.
  package let object: ObjectReference
  /// The server's own sentence.
  package let text: String
}

extension APIWarning {
  /// The sentence of a `Warning` header as Kubernetes writes it, `299 - "text"` (RFC 7234, 5.5); nil for
  /// any other.
  static func text(of header: String) -> String? {
    // By scalars: an accent may stand behind a quote.
    let scalars = header.unicodeScalars
    guard header.utf8.starts(with: "299 ".utf8), let start = scalars.firstIndex(of: "\"") else {
      return nil
    }
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for character in scalars[scalars.index(after: start)...] {
      if isEscaped {
        text.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        return String(text)
      } else {
        text.append(character)
      }
    }
    return nil
  }
}
