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
    let missing = keys.filter { object["data"]?[$0]?.stringValue?.isEmpty ?? true }
    guard let first = missing.first else { return .ready }
    return .waiting("its \(first) has not been filled in yet")
  }
}
