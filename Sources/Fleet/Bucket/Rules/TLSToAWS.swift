import Facts
import JSON
import YAML

extension Rule {
  /// AWS has TLS everywhere: without it, whoever is on the way reads and changes what is written.
  ///
  /// An authority beside it is told of by itself.
  static let tlsToAWS = Rule { source in
    guard let bucket = source.root["bucket"], bucket["caFile"] == nil,
      let insecure = bucket["insecure"], insecure.scalar?.json.boolValue == true
    else { return [] }
    let host = bucket["endpoint"]?.scalar?.text.lowercased().prefix { $0 != ":" }
    let isAWS = host.map { $0.hasSuffix("amazonaws.com") || $0.hasSuffix("amazonaws.com.cn") }
    guard isAWS ?? true else { return [] }
    return [FleetProblem(.bucket(.plainToAWS), .warning, at: insecure.mark)]
  }
}
