import Text

/// A text taken apart where certificates in PEM stand in it.
///
/// By bytes: a regular expression would be compiled anew for each of a fleet's authorities.
struct CertificateCut {
  /// What stands before, between and behind the certificates: one more than there are of them.
  private(set) var texts: [Substring] = []
  /// What stands between the lines that begin and end each.
  private(set) var certificates: [Substring] = []

  private static let begin = "-----BEGIN CERTIFICATE-----"
  private static let end = "-----END CERTIFICATE-----"

  init(_ text: String) {
    var (rest, sought) = (text[...], text[...])
    while let opening = sought.bytes(of: Self.begin) {
      sought = sought[opening.upperBound...]
      let content = Substring(sought.utf8.prefix { $0 != UInt8(ascii: "-") })
      guard sought[content.endIndex...].utf8.starts(with: Self.end.utf8) else { continue }
      texts.append(rest[..<opening.lowerBound])
      certificates.append(content)
      rest = sought[content.endIndex...].dropFirst(Self.end.count)
      sought = rest
    }
    texts.append(rest)
  }

  /// Whether a text begins with one; most have none.
  static func begins(_ text: String) -> Bool { text.utf8.starts(with: begin.utf8) }
}

extension Substring {
  /// Where these very bytes stand first.
  fileprivate func bytes(of text: String) -> Range<Index>? {
    var rest = utf8[...]
    while let start = rest.firstIndex(where: { $0 == text.utf8.first }) {
      rest = rest[start...]
      if rest.starts(with: text.utf8) {
        return start..<rest.index(start, offsetBy: text.utf8.count)
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
