/// A release of a program, as its tags count them: `v3.13.2`, `12.4.9`.
///
/// What follows a hyphen or a plus, as in `v3.0.0-rc.1`, is not looked at.
package struct Version: Hashable, Sendable, Comparable {
  /// As 3.
  package let major: Int
  /// As 13.
  package let minor: Int
  /// 0 where the text names none.
  package let patch: Int

  init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// nil where the text does not begin with two numbers.
  package init?(_ text: some StringProtocol) {
    let pattern = /v?([0-9]{1,4})\.([0-9]{1,4})(?:\.([0-9]{1,4}))?(?:[-+].*)?/
    guard let match = String(text).wholeMatch(of: pattern), let major = Int(match.1),
      let minor = Int(match.2)
    else { return nil }
    self.init(major, minor, match.3.flatMap { Int($0) } ?? 0)
  }

  /// That of an image by its tag; nil for one with another tag, or with a digest alone.
  package init?(ofImage image: String) {
    let name = image.prefix { $0 != "@" }.split(separator: "/").last ?? ""
    guard let colon = name.lastIndex(of: ":") else { return nil }
    self.init(name[name.index(after: colon)...])
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

extension Version: CustomStringConvertible {
  package var description: String { "\(major).\(minor).\(patch)" }
}
