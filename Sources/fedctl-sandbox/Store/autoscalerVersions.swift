import JSON

/// The one kind here whose versions differ in more than their name: autoscalers are kept as `v2`.
///
/// `v1` has a share of CPU in place of metrics; all other metrics are not told in it.
extension Resource {
  private var isOldAutoscaler: Bool {
    kind == "HorizontalPodAutoscaler" && version == "v1"
  }

  /// The kind in the version that its objects are kept in.
  var stored: Resource {
    guard isOldAutoscaler else { return self }
    return builtInResources.first { $0.kind == kind && $0.version == "v2" } ?? self
  }

  /// An object of this version as it is kept.
  func upgraded(_ object: JSON) -> JSON {
    guard isOldAutoscaler else { return object }
    let kept = object.editing("spec") { spec in
      guard let share = spec["targetCPUUtilizationPercentage"] else { return }
      let target: JSON = ["type": "Utilization", "averageUtilization": share]
      spec["metrics"] = [["type": "Resource", "resource": ["name": "cpu", "target": target]]]
      spec["targetCPUUtilizationPercentage"] = nil
    }
    return kept.setting(FieldPath(keys: "apiVersion"), to: .string(stored.apiVersion))
  }

  /// An object that is kept as clients of this version see it.
  func downgraded(_ object: JSON) -> JSON {
    guard isOldAutoscaler else { return object }
    return object.editing("spec") { spec in
      let target = spec["metrics"]?[0]?["resource"]?["target"]
      spec["targetCPUUtilizationPercentage"] = target?["averageUtilization"]
      spec["metrics"] = nil
    }
  }
}
