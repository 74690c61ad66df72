import JSON
import Objects

extension Change {
  /// Whether a workload that stays, or that is made again around its pods, gives each of them another form, so that
  /// its controller replaces them.
  var renewsPods: Bool {
    guard action == .update || action == .adopt || keepsPods, let spec = desired?.body["spec"],
      !spec.leavesPods(of: reference.kind)
    else { return false }
    return differences.contains { $0.path.formsPods(of: reference.kind) }
  }
}

extension JSON {
  /// Whether a workload's `spec` has its controller leave the pods that there are, or wants none.
  fileprivate func leavesPods(of kind: ResourceKind) -> Bool {
    if self["replicas"] == 0 { return true }
    return switch kind {
    case .deployment, .prometheus: self["paused"] == true
    case .statefulSet, .daemonSet: self["updateStrategy"]?["type"] == "OnDelete"
    default: false
    }
  }
}

extension FieldPath {
  /// Whether a field of a workload stands in its pods.
  fileprivate func formsPods(of kind: ResourceKind) -> Bool {
    guard steps.first == .key("spec"), steps.count > 1, case .key(let field) = steps[1] else {
      return false
    }
    return switch kind {
    case .deployment, .statefulSet, .daemonSet: field == "template"
    case .prometheus, .monitoringStack: Self.handedOn.contains(field)
    default: false
    }
  }

  /// What prometheus-operator writes into the pods of a Prometheus, whatever its release.
  ///
  /// Of other fields some come to pods as a file that they read again, and some in one release so and in another not.
  private static let handedOn: Set = [
    "affinity", "containers", "image", "imagePullSecrets", "initContainers", "nodeSelector",
    "podMetadata", "priorityClassName", "resources", "securityContext", "serviceAccountName",
    "thanos", "tolerations", "topologySpreadConstraints", "version", "volumeMounts", "volumes",
  ]
}
