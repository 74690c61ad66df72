/// How far a version of an API has come: `v2` is before `v1`, and that before `v1beta1`.
///
/// Among those served, the highest is the one that clients take who name none.
struct VersionRank: Comparable {
  /// 2 for `v1`, 1 for `v1beta1`, 0 for `v1alpha1`.
  private let maturity: Int
  /// The number behind the `v`.
  private let major: Int
  /// The number behind `beta` or `alpha`; 0 where there is none.
  private let minor: Int

  /// Reads `v1`, `v1beta2` and the like; anything else ranks lowest.
  init(_ version: String) {
    let rest = version.drop { $0 == "v" }
    let number = rest.prefix { $0.isNumber }
    let level = rest.dropFirst(number.count).prefix { !$0.isNumber }
    major = Int(number) ?? 0
    minor = Int(rest.dropFirst(number.count + level.count)) ?? 0
    maturity =
      switch level {
      case "": 2
      case "beta": 1
      default: 0
      }
  }

  /// Stable before beta before alpha, then the higher number, as the API server prefers them.
  static func < (left: VersionRank, right: VersionRank) -> Bool {
    (left.maturity, left.major, left.minor) < (right.maturity, right.major, right.minor)
  }
}
