/// A series selector that says nothing but which metrics it wants, by name.
package struct MetricNames: Hashable, Sendable {
  /// A regular expression for whole names, as Prometheus has them.
  package let pattern: String

  /// nil for a selector that asks for more than names, or that is none.
  package init?(_ selector: String) {
    let text = selector.trimmingPrefix(while: \.isWhitespace)
    if let match = text.wholeMatch(of: /([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(?:\{\s*\})?\s*/) {
      pattern = String(match.1)
    } else if let match = text.wholeMatch(of: Self.matcher) {
      pattern = String(match.1)
    } else {
      return nil
    }
  }

  /// Escapes are left to those who write selectors for federation.
  private static var matcher: Regex<(Substring, Substring)> {
    /\{\s*__name__\s*=~?\s*["']([^"'\\]+)["']\s*,?\s*\}\s*/
  }
}
