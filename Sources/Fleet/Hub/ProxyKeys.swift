import JSON

extension Record {
  fileprivate static let oauthProxy = Record(
    noun: "the OAuth proxy",
    keys: [
      Key(
        "image",
        .text(.image),
        .standard(.string(Standard.oauthProxy)),
        "The image, with a tag or a digest.",
      )
    ],
  )

  fileprivate static let kubeRBACProxy = Record(
    noun: "the proxy",
    keys: [
      Key(
        "image",
        .text(.image),
        .standard(.string(Standard.kubeRBACProxy)),
        "The image, with a tag or a digest.",
      )
    ],
  )
}

extension Key {
  static let oauthProxy = Key(
    "oauthProxy",
    .record(.oauthProxy),
    .standard([:]),
    "OpenShift's proxy, which asks whoever comes for a login or a token.",
    only: [.receive, .collector],
  )

  static let kubeRBACProxy = Key(
    "kubeRBACProxy",
    .record(.kubeRBACProxy),
    .standard([:]),
    "The proxy that guards receive where the platform has none of its own.",
    only: [.receive],
  )
}
