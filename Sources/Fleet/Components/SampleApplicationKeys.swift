import JSON

extension Record {
  fileprivate static let sampleApplication = component(
    "the sample application",
    image: "quay.io/mavazque/reversewords:ubi8",
    cpu: "10m",
    memory: "32Mi",
  )
}

extension Key {
  static let sampleApplication = Key(
    "sampleApplication",
    .record(.sampleApplication),
    .optional,
    "An application to try the fleet out with, in the namespace `reverse-words-app`.",
    only: [.receive, .federate, .sidecar],
    starter: .commentedOut([:]),
  )
}
