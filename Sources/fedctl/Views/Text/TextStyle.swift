import Diagnostics

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
    return "\(Self.escape)\(code)m\(text)\(Self.escape)0m"
  }

  /// The same text, in which everything can be seen that would steer a terminal, but for our own colours.
  ///
  /// What clusters, buckets and files say goes past here, whoever has put it into a sentence.
  func visible(_ text: String) -> String {
    guard isColoured else { return Printable.text(text) }
    let parts = text.split(separator: Self.escape, omittingEmptySubsequences: false)
    return parts.enumerated().map { place, part in
      guard place > 0 else { return Printable.text(String(part)) }
      let ours = ["0m", "31m", "32m", "33m"].first(where: part.hasPrefix)
      guard let ours else { return Printable.text(Self.escape + part) }
      return Self.escape + ours + Printable.text(String(part.dropFirst(ours.count)))
    }.joined()
  }

  /// Begins a change of colour (ECMA-48).
  private static let escape = "\u{1B}["
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
