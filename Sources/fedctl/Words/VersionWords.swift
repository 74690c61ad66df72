/// What `fedctl --version` says.
enum VersionWords {
  /// Digits of a commit that people compare; git itself needs fewer for far larger histories.
  private static let digits = 12

  /// One line; without a mark, the sources were nobody's commit.
  static func line(_ version: String, _ mark: BuildMark?) -> String {
    guard let mark else { return "fedctl \(version) (a development build)" }
    return "fedctl \(version) (commit \(mark.commit.prefix(digits)) of \(mark.day))"
  }
}
