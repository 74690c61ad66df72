import Diagnostics
import Facts
import JSON
import YAML

extension Rule {
  static let authorityNeedsTLS = Rule { source in
    let bucket = source.root["bucket"]
    guard let file = bucket?["caFile"], bucket?["insecure"]?.scalar?.json == .bool(true) else {
      return []
    }
    return [
      Diagnostic(
        .error,
        "invalid value",
        detail: "`caFile` says whom to trust, and with `insecure: true` nobody is asked.",
        remedy: "Remove one of the two.",
        at: file.mark,
      )
    ]
  }
}
