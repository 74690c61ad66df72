import Diagnostics

/// Text from anywhere in HTML or SVG, where it may be nothing but text.
enum HTMLSafe {
  /// Within an element, or within quotes of an attribute; what would steer a terminal or turn a line around is shown.
  static func text(_ text: String) -> String {
    Printable.text(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
