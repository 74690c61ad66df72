import Plan

/// What must not be overlooked, a line each behind its sign.
struct DangerText {
  private let dangers: [Danger]
  private let style: TextStyle

  /// Nothing is printed yet.
  init(_ dangers: [Danger], _ style: TextStyle) {
    self.dangers = dangers
    self.style = style
  }

  /// Folded to the width of a terminal; empty where there is none.
  var lines: [String] {
    dangers.flatMap { danger in
      Wrapped.sentence("! \(danger.words)", indent: "  ").map { style.paint(.removal, $0) }
    }
  }
}
