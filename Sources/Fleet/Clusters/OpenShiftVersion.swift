/// A minor release of OpenShift, as `4.18`: what its monitoring knows depends on it.
package struct OpenShiftVersion: Hashable, Sendable, Comparable {
  /// As 4.
  package var major: Int
  /// As 18.
  package var minor: Int

  package static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}

extension OpenShiftVersion {
  /// `4.18`; nil for anything else.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /(4)\.([0-9]{1,3})/), let major = Int(match.1),
      let minor = Int(match.2)
    else { return nil }
    self.init(major: major, minor: minor)
  }
}
