import Diagnostics
import Facts
import Fleet
import JSON
import Objects
import Text

extension PatchProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .unknownKind(let text, let known): Self.words("kind", text, known)
    case .unknownCluster(let text, let known): Self.words("cluster", text, known)
    case .matchesNothing(let target):
      Diagnostic(
        .error,
        Self.unmatched,
        detail: "This fleet has no \(target.words).",
        remedy: "`fedctl render` lists what there is, once the patch is out of the file.",
      )
    case .changesIdentity(let object, let path):
      Self.words(object, path, "which tells the object from others")
    case .changesPendingField(let object, let path):
      Self.words(object, path, "which fedctl fills during apply")
    }
  }

  private static let unmatched = "patch matches nothing"

  /// Names what there is, the nearest first where one is near.
  private static func words(_ key: String, _ text: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      unmatched,
      detail: "No object of this fleet has the \(key) `\(text)`.",
      remedy: Suggestion.nearest(to: text, among: known).map { "Did you mean `\($0)`?" }
        ?? "Use \(Sentence.or(known)).",
    )
  }

  /// Of a field that is fedctl's own.
  private static func words(
    _ object: ObjectReference,
    _ path: FieldPath,
    _ reason: String,
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "patch cannot be applied",
      detail: "It changes `\(path)` of \(object), \(reason).",
      remedy: "Take the field out of the patch.",
    )
  }
}

extension Patch.Target {
  /// As `Deployment named grafana on cluster hub`.
  fileprivate var words: String {
    let parts = [kind, name.map { "named \($0)" }, cluster.map { "on cluster \($0)" }]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
