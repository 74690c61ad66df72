import JSON

extension Key {
  static let openshiftVersion = Key(
    "openshiftVersion",
    .text(.openshiftVersion),
    .optional,
    "Its minor release, in quotes. Permissions for all releases are rendered without it.",
    only: [.receive, .collector],
    starter: .commentedOut("4.18"),
  )
}
