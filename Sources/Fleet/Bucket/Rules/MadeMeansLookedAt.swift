import Facts
import JSON
import YAML

extension Rule {
  static let madeMeansLookedAt = Rule { source in
    let bucket = source.root["bucket"]
    guard let check = bucket?["check"], check.scalar?.json == .bool(false),
      bucket?["create"]?.scalar?.json == .bool(true)
    else { return [] }
    return [
      FleetProblem(.bucket(.madeUnseen), at: check.mark)
    ]
  }
}
