internal import JSON

extension Readiness {
  /// One router that admits the Route is enough; a refusal counts only where none does.
  static func route(_ object: JSON) -> Readiness {
    let admissions = (object["status"]?["ingress"]?.arrayValue ?? []).compactMap { ingress in
      ingress["conditions"]?.arrayValue?.first { $0["type"] == "Admitted" }
    }
    if admissions.contains(where: { $0["status"] == "True" }) { return .ready }
    guard let refusal = admissions.first(where: { $0["status"] == "False" }) else {
      return .waiting("no router has admitted it yet")
    }
    return .failed("not admitted: \(refusal.explanation)")
  }

  static func subscription(_ object: JSON) -> Readiness {
    for type in ["ResolutionFailed", "CatalogSourcesUnhealthy", "InstallPlanFailed"] {
      if let condition = object.condition(type), condition["status"] == "True" {
        return .failed("\(type): \(condition.explanation)")
      }
    }
    let status = object["status"]
    guard let installed = status?["installedCSV"]?.stringValue, !installed.isEmpty else {
      return .waiting("nothing is installed yet")
    }
    return status?["state"] == "AtLatestKnown" || status?["currentCSV"]?.stringValue == installed
      ? .ready : .waiting("\(installed) is being replaced")
  }

  static func installPlan(_ object: JSON) -> Readiness {
    switch object["status"]?["phase"]?.stringValue {
    case "Complete": .ready
    case "Failed": .failed(object.condition("Installed")?.explanation ?? "it failed")
    case "RequiresApproval": .waiting("it has not been approved")
    case let phase: .waiting("its phase is \(phase ?? "not set yet")")
    }
  }

  static func clusterServiceVersion(_ object: JSON) -> Readiness {
    guard let status = object["status"] else { return .waiting("its phase is not set yet") }
    switch status["phase"]?.stringValue {
    // A copy stands in every namespace that an operator of all namespaces serves.
    case "Succeeded" where status["reason"] != "Copied": return .ready
    case "Succeeded": return .waiting("this is a copy from another namespace")
    // OLM tries again after some failures, but says so first.
    case "Failed": return .failed(status.explanation)
    case let phase: return .waiting("its phase is \(phase ?? "not set yet")")
    }
  }
}
