import Facts
import JSON
import YAML

extension Rule {
  /// A key belongs to SSE-KMS, and SSE-KMS needs one.
  static let kmsNamesItsKey = Rule { source in
    guard let encryption = source.root["bucket"]?["encryption"], encryption.pairs != nil,
      let type = encryption["type"]?.scalar?.text
    else { return [] }
    switch (type, encryption["kmsKeyID"]) {
    case ("SSE-KMS", nil):
      return [
        FleetProblem(.bucket(.keyMissing), at: encryption.mark)
      ]
    case ("SSE-S3", let key?):
      return [
        FleetProblem(.bucket(.keyWithoutKMS), at: key.mark)
      ]
    default: return []
    }
  }
}
