import Text

/// Secrets that people write into a fleet file, where none belongs.
enum SecretWords {
  /// A line with the values of such keys, and who a URL names before its host, blanked, so that no excerpt shows a secret.
  ///
  /// Only values on the line of their key are found; no excerpt shows any other line of a secret.
  static func blanked(_ line: String) -> String {
    let line = line.utf8.contains(UInt8(ascii: "@")) ? withoutUsers(line) : line
    guard SecretName.matches(line) else { return line }
    return line.replacing(
      #/([A-Za-z_\-]{1,64})(["']?\s*:\s+)("[^"]*"?|'[^']*'?|[^\s,{}\[\]#"'][^,{}\[\]#]*)/#
        .matchingSemantics(.unicodeScalar)
    ) {
      match in
      guard SecretName.matches(String(match.1)), !harmless.contains(String(match.3)) else {
        return String(match.0)
      }
      return "\(match.1)\(match.2)\(String(repeating: "*", count: match.3.unicodeScalars.count))"
    }
  }

  /// With who a URL names before its host blanked.
  private static func withoutUsers(_ line: String) -> String {
    line.replacing(#/:\/\/([^\s\/"'@]+)@/#.matchingSemantics(.unicodeScalar)) {
      "://\(String(repeating: "*", count: $0.1.unicodeScalars.count))@"
    }
    .replacing(
      // Without a scheme, as somebody might write a proxy.
      #/(\bhttps?["']?:\s+["']?)([^\s\/"'@,{}]+)@/#.matchingSemantics(.unicodeScalar)
    ) { "\($0.1)\(String(repeating: "*", count: $0.2.unicodeScalars.count))@" }
  }

  /// What the fleet file itself writes after such a key.
  private static let harmless = ["secret"]
}
