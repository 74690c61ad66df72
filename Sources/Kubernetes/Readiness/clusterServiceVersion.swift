import JSON

extension Readiness {
  /// OLM retries a failed installation by itself, so a failure is waited out.
  static func clusterServiceVersion(_ object: JSON) -> Readiness {
    let phase = object["status"]?["phase"]?.stringValue ?? "Pending"
    guard phase != "Succeeded" else { return .ready }
    let words = object["status"]?.conditionWords ?? ""
    return .waiting(words.isEmpty ? "phase \(phase)" : "phase \(phase): \(words)")
  }
}
