import Facts
import YAML

extension Rule {
  /// A Secret holds a whole configuration or two keys: which of them, and where, the file must say.
  static let secretNamesItsEntries = Rule { source in
    guard let secret = source.root["bucket"]?["credentials"]?["existingSecret"],
      secret.pairs != nil
    else { return [] }
    let keys = ["key", "accessKeyEntry", "secretKeyEntry"].filter { secret[$0] != nil }
    guard keys != ["key"], keys != ["accessKeyEntry", "secretKeyEntry"] else { return [] }
    return [FleetProblem(.bucket(.entriesUnclear), at: secret.mark)]
  }
}
