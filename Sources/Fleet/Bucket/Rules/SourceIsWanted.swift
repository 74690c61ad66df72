import Facts
import JSON
import YAML

extension Rule {
  /// `fromEnvironment: false`, and the like, says what not to do, and nothing else.
  static let sourceIsWanted = Rule { source in
    let credentials = source.root["bucket"]?["credentials"]
    return ["fromEnvironment", "podIdentity", "nodeRole"].compactMap { key in
      guard let flag = credentials?[key], flag.scalar?.json == .bool(false) else { return nil }
      return FleetProblem(.bucket(.sourceRefused(key: key)), at: flag.mark)
    }
  }
}
