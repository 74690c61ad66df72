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
      FleetProblem(.bucket(.authorityWithoutTLS), at: file.mark)
    ]
  }
}
