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
    case .unknownGroup(let text, let known): Self.words("group", text, known)
    case .undecided: Self.undecided
    case .operationKey(let key, let op, let isMissing):
      Diagnostic(
        .error,
        isMissing ? "missing key" : "superfluous key",
        detail: isMissing ? "`\(op)` needs `\(key)`." : "To `\(op)`, `\(key)` means nothing.",
        remedy: isMissing ? nil : "Leave it out.",
      )
    case .matchesNothing(let target):
      Diagnostic(
        .error,
        Self.unmatched,
        detail: "This fleet has no \(target.words).",
        remedy: "`fedctl render` lists what there is, once the patch is out of the file.",
      )
    case .noEffect(let target):
      Diagnostic(
        .warning,
        "patch changes nothing",
        detail: "Every \(target.words) is already as the patch wants it.",
        remedy: "Take the patch out, or see `fedctl render` for what its fields are called.",
      )
    case .changesIdentity(let object, let path):
      Self.words(object, path, "which tells the object from others")
    case .changesPendingField(let object, let path):
      Self.words(object, path, "which fedctl fills during apply")
    case .merging(let object, let others, let finding):
      finding.words("\(object)\(Self.more(others))")
    case .operationFails(let object, let others, let failure):
      Diagnostic(
        .error,
        Self.failed,
        detail: failure.words("\(object)\(Self.more(others))"),
        remedy: "`fedctl render` shows the object, once the patch is out of the file.",
      )
    }
  }

  private static let unmatched = "patch matches nothing"
  fileprivate static let failed = "patch cannot be applied"

  private static let undecided = Diagnostic(
    .error,
    "patch does not say what it does",
    detail: """
      A patch has either `merge`, with the type `strategic` or `merge`, or `ops`, whose type is `json`.
      """,
  )

  /// In how many objects it is alike.
  private static func more(_ others: Int) -> String {
    others == 0 ? "" : " and \(Count(others, "other"))"
  }

  /// Names what there is, the nearest first where one is near.
  private static func words(_ key: String, _ text: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      unmatched,
      detail: "No object of this fleet has the \(key) `\(text)`.",
      remedy: Suggestion.nearest(to: text, among: known).map { "Did you mean `\($0)`?" }
        ?? (known.isEmpty ? "This fleet has none." : "Use \(Sentence.or(known))."),
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
      failed,
      detail: "It changes `\(path)` of \(object), \(reason).",
      remedy: "Take the field out of the patch.",
    )
  }
}

extension MergeFinding {
  /// `objects` is where it shows.
  fileprivate func words(_ objects: String) -> Diagnostic {
    switch self {
    case .lost(let path, let count):
      Diagnostic(
        .warning,
        "patch loses elements of a list",
        detail: "It replaces `\(path)` of \(objects), without \(Count(count, "element")) of it.",
        remedy: """
          A patch of type `strategic` merges lists by their keys; where a list has none, `ops` adds to it. If all others \
          shall go, say so with `$patch: replace` as the list's first element.
          """,
      )
    case .withoutKey(let path, let keys):
      Diagnostic(
        .error,
        PatchProblem.failed,
        detail: "An element for `\(path)` of \(objects) does not say which one it is.",
        remedy: "Give it \(Sentence.or(keys)).",
      )
    case .ambiguous(let path, let key, let value):
      Diagnostic(
        .error,
        PatchProblem.failed,
        detail: "`\(path)` of \(objects) has several elements with `\(key): \(value)`.",
        remedy: "Say which by its place, with `ops`.",
      )
    case .unknownDirective(let path, let name):
      Diagnostic(
        .error,
        PatchProblem.failed,
        detail: "`\(name)` means nothing in \(Self.place(path)) of \(objects).",
        remedy: """
          What begins with `$` are directives: `$patch: delete`, `$patch: replace`, `$retainKeys` and \
          `$deleteFromPrimitiveList/…`.
          """,
      )
    }
  }

  private static func place(_ path: FieldPath) -> String {
    path.steps.isEmpty ? "the root" : "`\(path)`"
  }
}

extension JSONOperationFailure {
  /// `objects` is where it shows.
  fileprivate func words(_ objects: String) -> String {
    switch self {
    case .nowhere(let path): "Nothing of \(objects) is at `\(path)`."
    case .differs(let path): "`\(path)` of \(objects) is not what `test` asks for."
    }
  }
}

extension Patch.Target {
  /// As `Deployment named grafana on cluster hub`.
  fileprivate var words: String {
    let kind = kinds.isEmpty ? "object" : kinds.joined(separator: " or ")
    let labels = labels.isEmpty ? nil : "with " + labels.keys.sorted().joined(separator: ", ")
    let parts = [
      kind, name.map { "named \($0.text)" }, labels, cluster.map { "on cluster \($0.text)" },
      group.map { "of group \($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
