extension HTTPRequest {
  /// The URL without user, password, query and fragment: fit for messages.
  var printableURL: String { PrintableURL.text(of: url) }
}

/// What of a URL may be shown to anybody.
package enum PrintableURL {
  /// Without user, password, query and fragment; a path alone is one, too, and what is neither is `?`.
  package static func text(of url: String) -> String {
    guard let parts = URLParts(url) else { return url.hasPrefix("/") ? plainPath(url[...]) : "?" }
    return "\(parts.scheme)\(parts.authority)\(plainPath(parts.rest))"
  }

  private static func plainPath(_ rest: Substring) -> String {
    String(rest.unicodeScalars.prefix { $0 != "?" && $0 != "#" })
  }
}

extension HTTPRequest {
  /// The name of the first header that a server would not read as it is meant: with a line break or
  /// another control character in it, behind which headers of somebody else could stand.
  var unsendableHeader: String? {
    headers.first { header in
      (header.name + header.value).utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }
    }?.name
  }
}

/// A URL cut where its authority begins and ends.
///
/// By scalars: to Swift a mark with an accent behind it is another character.
package struct URLParts {
  /// With `://`.
  package let scheme: Substring
  /// Host and port, without user and password.
  package let authority: Substring
  /// User and password, as `user:password`; nil where it names nobody.
  package let login: Substring?
  /// Path, query and fragment.
  package let rest: Substring

  /// nil for what has no scheme.
  package init?(_ url: String) {
    guard let mark = url.schemeEnd else { return nil }
    scheme = url[..<mark.upperBound]
    let behind = url.unicodeScalars[mark.upperBound...]
    let end = behind.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? behind.endIndex
    let at = behind[..<end].lastIndex(of: "@")
    login = at.map { Substring(behind[..<$0]) }
    authority = Substring(behind[(at.map(behind.index(after:)) ?? behind.startIndex)..<end])
    rest = Substring(behind[end...])
  }
}

extension String {
  /// Where its `://` stands, whatever is behind that.
  fileprivate var schemeEnd: Range<Index>? {
    guard let colon = unicodeScalars.firstIndex(of: ":") else { return nil }
    let behind = unicodeScalars[colon...].dropFirst()
    guard behind.starts(with: "//".unicodeScalars) else { return nil }
    return colon..<unicodeScalars.index(colon, offsetBy: 3)
  }
}
