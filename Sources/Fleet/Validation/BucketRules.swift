import Diagnostics
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

  /// A key belongs to SSE-KMS, and SSE-KMS needs one.
  static let kmsNamesItsKey = Rule { source in
    guard let encryption = source.root["bucket"]?["encryption"], encryption.pairs != nil,
      let type = encryption["type"]?.scalar?.text
    else { return [] }
    switch (type, encryption["kmsKeyID"]) {
    case ("SSE-KMS", nil):
      return [
        Diagnostic(
          .error,
          "missing key",
          detail: "SSE-KMS needs `kmsKeyID`.",
          remedy: "Name the key, or write `type: SSE-S3`.",
          at: encryption.mark,
        )
      ]
    case ("SSE-S3", let key?):
      return [
        Diagnostic(
          .error,
          "invalid value",
          detail: "SSE-S3 uses the store's own keys, and `kmsKeyID` names another.",
          remedy: "Remove it, or write `type: SSE-KMS`.",
          at: key.mark,
        )
      ]
    default: return []
    }
  }

  static let authorityNeedsTLS = Rule { source in
    let bucket = source.root["bucket"]
    guard let file = bucket?["caFile"], bucket?["insecure"]?.scalar?.json == .bool(true) else {
      return []
    }
    return [
      Diagnostic(
        .error,
        "invalid value",
        detail: "`caFile` says whom to trust, and with `insecure: true` nobody is asked.",
        remedy: "Remove one of the two.",
        at: file.mark,
      )
    ]
  }

  static let madeMeansLookedAt = Rule { source in
    let bucket = source.root["bucket"]
    guard let check = bucket?["check"], check.scalar?.json == .bool(false),
      bucket?["create"]?.scalar?.json == .bool(true)
    else { return [] }
    return [
      Diagnostic(
        .error,
        "invalid value",
        detail: "A bucket that is not looked at cannot be made.",
        remedy: "Remove `check: false`, or `create: true`.",
        at: check.mark,
      )
    ]
  }
}
