import JSON

/// What the `restricted` pod-security level asks of a pod.
///
/// Volumes are made the user's own, by the group of the same number.
func podSecurityContext(user: Int64?) -> JSON {
  .fields([
    "runAsNonRoot": true,
    "runAsUser": user.map(JSON.integer),
    "fsGroup": user.map(JSON.integer),
    "seccompProfile": ["type": "RuntimeDefault"],
  ])
}

/// The users that images are made for, by number: a name could not be proven not to be root's.
enum ImageUser {
  static let prometheus: Int64 = 65534
  static let grafana: Int64 = 472
}
