import JSON

extension Record {
  fileprivate static let oauthProxy = Record(
    noun: "the OAuth proxy",
    keys: [
      Key(
        "image",
        .text(.image),
        .standard(.string(Standard.oauthProxy)),
        "The image.",
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
        "The image.",
      )
    ],
  )
}

extension Key {
  static let oauthProxy = Key(
    "oauthProxy",
    .record(.oauthProxy),
    .standard([:]),
    "The proxy that guards web ports.",
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
