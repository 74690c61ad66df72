import JSON

extension Record {
  /// A proxy in the pod of whatever it guards.
  ///
  /// - `image`: the image that runs where the file names none.
  fileprivate static func proxy(_ image: String) -> Record {
    Record(noun: "the proxy", keys: [.image(image), .resources(cpu: "10m", memory: "64Mi")])
  }
}

extension Key {
  static let oauthProxy = Key(
    "oauthProxy",
    .record(.proxy(Standard.oauthProxy)),
    .standard([:]),
    "OpenShift's proxy, which asks whoever comes for a login or a token.",
    only: [.receive, .collector],
  )

  static let kubeRBACProxy = Key(
    "kubeRBACProxy",
    .record(.proxy(Standard.kubeRBACProxy)),
    .standard([:]),
    "The proxy that guards receive where the platform has none of its own.",
    only: [.receive],
  )
}
