import Facts
import JSON
import YAML

extension Rule {
  /// Only a bucket that this machine cannot reach is left to be found wrong by the programs that use it.
  ///
  /// One that is to be made as well is told of by itself.
  static let bucketIsLookedAt = Rule { source in
    let bucket = source.root["bucket"]
    guard let check = bucket?["check"], check.scalar?.json == .bool(false),
      bucket?["create"]?.scalar?.json != .bool(true), !BucketHost(of: source).isService
    else { return [] }
    return [FleetProblem(.bucket(.unchecked), .warning, at: check.mark)]
  }
}
