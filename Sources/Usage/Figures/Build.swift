package import Fleet

/// A version of a platform, as clusters run it.
package struct Build: Hashable, Sendable {
  package let platform: Platform
  /// As the cluster tells it: `4.16.3`, `v1.29.4+k3s1`.
  package let version: String

  package init(platform: Platform, version: String) {
    self.platform = platform
    self.version = version
  }
}

extension Build: Comparable {
  /// By platform, then the older first.
  package static func < (left: Self, right: Self) -> Bool {
    guard left.platform == right.platform else {
      return left.platform.rawValue < right.platform.rawValue
    }
    return isOlder(left.version, right.version)
  }

  /// Rows of digits are compared as numbers, everything else as text: 4.9 before 4.10.
  private static func isOlder(_ left: String, _ right: String) -> Bool {
    for (mine, other) in zip(parts(left), parts(right)) where mine != other {
      if let mine = Int(mine), let other = Int(other), mine != other { return mine < other }
      return mine < other
    }
    let (mine, other) = (parts(left).count, parts(right).count)
    return mine == other ? left < right : mine < other
  }

  /// `v1.29` as `v`, `1`, `.`, `29`.
  private static func parts(_ text: String) -> [String] {
    text.reduce(into: []) { parts, character in
      let isDigit = character.isASCII && character.isNumber
      if let last = parts.last?.last, (last.isASCII && last.isNumber) == isDigit {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
    }
  }
}
