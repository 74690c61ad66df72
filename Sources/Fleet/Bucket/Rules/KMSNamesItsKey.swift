import Diagnostics
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
}
