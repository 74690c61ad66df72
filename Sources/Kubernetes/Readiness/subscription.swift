import JSON
import Objects

extension Readiness {
  static func subscription(_ object: JSON) -> Readiness {
    for type in ["ResolutionFailed", "CatalogSourcesUnhealthy", "InstallPlanFailed"] {
      if let condition = object.condition(type), condition.isTrue {
        return .failed(condition.conditionWords)
      }
    }
    return object["status"]?["installedCSV"]?.stringValue == nil
      ? .waiting("OLM has not installed its operator yet") : .ready
  }
}
