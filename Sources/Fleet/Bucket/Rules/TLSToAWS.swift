import Facts
import JSON
import YAML

extension Rule {
  /// AWS has TLS everywhere: without it, whoever is on the way reads and changes what is written.
  ///
  /// An authority beside it is told of by itself.
  static let tlsToAWS = Rule { source in
    guard let bucket = source.root["bucket"], bucket["caFile"] == nil,
      let insecure = bucket["insecure"], insecure.scalar?.json.boolValue == true,
      BucketHost(of: source).isAWS
    else { return [] }
    return [FleetProblem(.bucket(.plainToAWS), .warning, at: insecure.mark)]
  }
}
