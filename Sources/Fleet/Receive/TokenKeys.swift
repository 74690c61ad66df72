import JSON

extension Record {
  fileprivate static let token = Record(
    noun: "a token policy",
    keys: [Key("bound", .record(bound), .required, "A token bound to a Secret.")],
  )

  private static let bound = Record(
    noun: "a bound token",
    keys: [
      Key("lifetime", .text(.duration(from: "1h")), .required, "How long it lives, from 1h.")
    ],
  )
}

extension Key {
  static let token = Key(
    "token",
    .word("secret", or: .token),
    .standard("secret"),
    """
    How a cluster's credential for the hub is made: `secret` does not expire and is revoked by \
    deleting it; {bound: {lifetime: 90d}} expires and is renewed by `fedctl apply`.
    """,
    only: [.receive],
    starter: .commentedOut("secret"),
  )
}
