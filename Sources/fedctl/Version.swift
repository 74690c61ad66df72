/// The release that this binary is, or the one that it leads to.
let fedctlVersion = "0.1.0-dev"

/// Which commit a binary was built from.
struct BuildMark: Equatable {
  /// In full, as git writes it.
  let commit: String
  /// When it was committed, as `2026-11-27`.
  let day: String

  /// nil for what git has not filled in: sources as they are worked on.
  init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2, parts[0].count >= 40, parts[0].allSatisfy(\.isHexDigit) else {
      return nil
    }
    (commit, day) = (parts[0], parts[1])
  }

  /// Of this binary.
  ///
  /// git fills in the commit and its day where it exports the sources, as `make dist` has it do: `.gitattributes`
  /// beside this file asks for that. So a build says nothing of when or where it was made.
  static let own = Self("$Format:%H %cs$")
}
