import JSON

extension Readiness {
  /// OLM retries a failed installation by itself, so a failure is waited out.
  static func clusterServiceVersion(_ object: JSON) -> Readiness {
    let status = object["status"]
    let phase = status?["phase"]?.stringValue ?? "Pending"
    let explanation = Explanation(
      reason: status?["reason"]?.stringValue ?? "",
      message: status?["message"]?.stringValue ?? "",
    )
    return phase == "Succeeded" ? .ready : .waiting(.installing(phase: phase, explanation))
  }
}
