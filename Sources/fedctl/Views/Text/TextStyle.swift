/// Whether text is coloured; words never depend on it.
struct TextStyle {
  /// What a text is about, from which its colour follows.
  enum Paint {
    case plain
    case addition
    case modification
    case removal
    case problem
    case success
  }

  let isColoured: Bool

  /// The text as it is where there is no colour.
  func paint(_ paint: Paint, _ text: String) -> String {
    guard isColoured, let code = paint.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension TextStyle.Paint {
  /// The SGR parameter; the eight basic colours are legible on dark and light grounds.
  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .addition, .success: "32"
    case .modification: "33"
    case .removal, .problem: "31"
    }
  }
}
