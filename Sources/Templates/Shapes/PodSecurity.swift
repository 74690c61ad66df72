import Fleet
import JSON

/// The users that images are made for, by number: a name could not be proven not to be root's.
enum ImageUser: Int64 {
  /// `nobody`, whom the images of Prometheus, its operator and exporters are made for.
  case prometheus = 65534
  case grafana = 472
  case thanos = 1001
  case sampleApplication = 65532
}

extension Site {
  /// What the `restricted` pod-security level asks of a pod.
  ///
  /// OpenShift gives each namespace a user of its own; elsewhere it is the image's, and volumes are
  /// made the user's own by the group of the same number.
  func podSecurityContext(_ user: ImageUser) -> JSON {
    let number: JSON? = platform == .openshift ? nil : .integer(user.rawValue)
    return .fields([
      "runAsNonRoot": true,
      "runAsUser": number,
      "fsGroup": number,
      "seccompProfile": ["type": "RuntimeDefault"],
    ])
  }
}
