import JSON

extension Readiness {
  /// Secrets that a controller fills are ready once they are filled; all others at once.
  static func secret(_ object: JSON) -> Readiness {
    let keys: [String] =
      switch object["type"]?.stringValue {
      case "kubernetes.io/service-account-token": ["token"]
      case "kubernetes.io/tls": ["tls.crt", "tls.key"]
      default: []
      }
    let missing = keys.first { object["data"]?[$0]?.stringValue?.isEmpty ?? true }
    return missing.map { .waiting(.unfilled(key: $0)) } ?? .ready
  }
}
