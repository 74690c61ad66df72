import Diagnostics
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
      Diagnostic(
        .error,
        "missing key",
        detail: "A bucket on AWS needs `region`.",
        remedy: "Add the bucket's region, or the `endpoint` of another S3.",
        at: bucket.mark,
      )
    ]
  }

  /// `fromEnvironment: false` says what not to do, and nothing else.
  static let environmentIsWanted = Rule { source in
    guard let flag = source.root["bucket"]?["credentials"]?["fromEnvironment"],
      flag.scalar?.json == .bool(false)
    else { return [] }
    return [
      Diagnostic(
        .error,
        "invalid value",
        detail: "`fromEnvironment` can only be true.",
        remedy: "Write `profile`, `file` or `existingSecret` in its place.",
        at: flag.mark,
      )
    ]
  }
}
