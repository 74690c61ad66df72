import Facts

/// Why a file cannot be included.
package enum IncludeProblem: Fact, Hashable {
  case unreadable(String, Cause)
  /// Nothing stands in it, or something else than keys.
  case noKeys(String)
  /// The files include each other, from one back to itself.
  case cycle([String])
  /// More files are within each other than `limit`.
  case tooDeep(limit: Int)
  case tooMany(limit: Int)
  /// All files together have more bytes than one may have.
  case tooLarge(limit: Int)

  /// What the system says.
  package enum Cause: Error, Hashable, Sendable {
    case missing
    case isFolder
    case forbidden
    /// Any other, in the C library's words.
    case other(String)
  }

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// A file that a fleet file includes cannot be read.
    case unreadable = "fleet.include-unreadable"
    case noKeys = "fleet.include-without-keys"
    case cycle = "fleet.include-cycle"
    case tooDeep = "fleet.include-too-deep"
    /// A fleet file includes more files than `limit`.
    case tooMany = "fleet.include-too-many"
    case tooLarge = "fleet.include-too-large"
  }

  package var code: Code {
    switch self {
    case .unreadable: .unreadable
    case .noKeys: .noKeys
    case .cycle: .cycle
    case .tooDeep: .tooDeep
    case .tooMany: .tooMany
    case .tooLarge: .tooLarge
    }
  }
}
