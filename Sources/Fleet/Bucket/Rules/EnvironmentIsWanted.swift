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
      FleetProblem(.bucket(.environmentRefused), at: flag.mark)
    ]
  }
}
