import Facts

/// What is wrong with a fleet file as a whole.
package enum DocumentProblem: Fact, Hashable {
  /// The path of a file of more than `limit` bytes.
  case tooLarge(String, limit: Int)
  /// The path of a file without a document, or with nothing in it.
  case empty(String)
  /// The table has a key that the reader did not find: a mistake of fedctl's own.
  case gap(key: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case tooLarge = "fleet.file-too-large"
    case empty = "fleet.empty-file"
    case gap = "fleet.reader-gap"
  }

  package var code: Code {
    switch self {
    case .tooLarge: .tooLarge
    case .empty: .empty
    case .gap: .gap
    }
  }
}
