import Diagnostics
import Facts
import YAML

extension YAMLError {
  /// The error as people read it, with its place.
  var diagnostic: Diagnostic {
    let (summary, detail, remedy) = reason.words
    return Diagnostic(.error, summary, detail: detail, remedy: remedy, at: mark)
  }
}

extension YAMLError.Reason {
  /// Without the place, which the excerpt shows.
  fileprivate var words: (summary: String, detail: String, remedy: String?) {
    switch self {
    case .notUTF8:
      ("not a text file", "The bytes here are not UTF-8.", "Save the file as UTF-8.")
    case .controlCharacter(let value):
      (
        "not a text file",
        "A control character (U+\(Self.hexadecimal(value))) stands here, which YAML does not allow.",
        "Check that this is the file you meant; remove the character.",
      )
    case .syntax(let problem):
      (
        "invalid YAML", "Reading stopped here: \(problem ?? "libyaml gave no reason").",
        problem.flatMap(Self.remedy),
      )
    case .unknownAlias(let name):
      ("unknown alias", "No `&\(name)` stands before `*\(name)`.", nil)
    case .aliasInsideItself(let name):
      ("endless alias", "`*\(name)` stands inside the value that `&\(name)` names.", nil)
    case .tooManyAliased(let limit):
      (
        "too many aliases",
        "Written out, the aliases stand for more than \(limit) values.",
        "Repeat less, or write the values out.",
      )
    case .tooDeep(let limit):
      ("nested too deeply", "More than \(limit) levels stand inside one another here.", nil)
    case .unknownTag(let tag):
      ("unknown tag", "`\(tag)` is not among YAML's basic types.", "Remove the tag.")
    case .mergeKey:
      (
        "merge key",
        "`<<` takes a mapping or a list of mappings, as an alias of one.",
        "Let the anchor stand at a mapping, or write the keys out.",
      )
    case .keyNotScalar:
      ("key is not text", "A key must be a single word or text, not a list or mapping.", nil)
    case .severalDocuments:
      ("several documents", "A second YAML document starts here; one is allowed.", nil)
    }
  }

  /// What a bracket within braces is taken for ends what stands before it, as in `{expr: rate(a[5m])}`.
  private static func remedy(of problem: String) -> String? {
    problem.hasPrefix("did not find expected ',' or")
      ? "Put text with brackets, braces or commas in quotes, as PromQL between `{` and `}`." : nil
  }

  /// Four digits or more, as Unicode writes code points.
  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
