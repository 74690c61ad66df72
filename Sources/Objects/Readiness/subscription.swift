package import JSON

extension Readiness {
  /// OLM gives up where a Subscription cannot be resolved or its InstallPlan has failed.
  package static func subscription(_ object: JSON) -> Readiness {
    for type in ["ResolutionFailed", "CatalogSourcesUnhealthy", "InstallPlanFailed"] {
      if let condition = object.condition(type), condition.isTrue {
        return .failed(.installationFailed(condition.explanation))
      }
    }
    return object["status"]?["installedCSV"]?.stringValue == nil
      ? .waiting(.notInstalled) : .ready
  }
}
