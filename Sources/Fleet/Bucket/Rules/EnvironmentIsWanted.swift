import Diagnostics
import Facts
import JSON
import YAML

extension Rule {
  /// `fromEnvironment: false` says what not to do, and nothing else.
  static let environmentIsWanted = Rule { source in
    guard let flag = source.root["bucket"]?["credentials"]?["fromEnvironment"],
      flag.scalar?.json == .bool(false)
    else { return [] }
    return [
      Diagnostic(
        .error,
        "invalid value",
        detail: "`fromEnvironment` can only be true.",
        remedy: "Write `profile`, `file` or `existingSecret` in its place.",
        at: flag.mark,
      )
    ]
  }
}
