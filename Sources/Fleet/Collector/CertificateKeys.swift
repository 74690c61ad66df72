import JSON

extension Record {
  fileprivate static let certificates = Record(
    noun: "certificates",
    keys: [
      Key(
        "lifetime",
        .text(.duration(from: "1h", below: "2y")),
        .standard("90d"),
        "How long they live, from 1h; `fedctl apply` renews them when a third of that is left.",
      )
    ],
  )
}

extension Key {
  static let certificates = section(
    "certificates",
    .certificates,
    "The certificates by which receive and the clusters know each other.",
    only: [.collector],
  )
}
