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
    String(rest.prefix { $0 != "?" && $0 != "#" })
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
struct URLParts {
  /// With `://`.
  let scheme: Substring
  /// Host and port, without user and password.
  let authority: Substring
  /// Path, query and fragment.
  let rest: Substring

  init?(_ url: String) {
    guard let mark = url.firstRange(of: "://") else { return nil }
    scheme = url[..<mark.upperBound]
    let behind = url[mark.upperBound...]
    let end = behind.firstIndex { "/?#".contains($0) } ?? behind.endIndex
    let login = behind[..<end].lastIndex(of: "@").map(behind.index(after:))
    authority = behind[(login ?? behind.startIndex)..<end]
    rest = behind[end...]
  }
}
