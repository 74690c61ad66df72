import Facts
import JSON
import YAML

extension Rule {
  /// AWS signs for a region; others mostly take any.
  static let regionOnAWS = Rule { source in
    guard let bucket = source.root["bucket"], bucket.pairs != nil, bucket["region"] == nil else {
      return []
    }
    let host = bucket["endpoint"]?.scalar?.text.prefix { $0 != ":" } ?? "amazonaws.com"
    guard host.hasSuffix("amazonaws.com") || host.hasSuffix("amazonaws.com.cn") else { return [] }
    return [
      FleetProblem(.bucket(.regionMissing), at: bucket.mark)
    ]
  }
}
