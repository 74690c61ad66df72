import JSON

extension Key {
  /// A part with its own keys, all of which have a value without being set.
  static func section(
    _ name: String,
    _ record: Record,
    _ documentation: String,
    only topologies: [Topology] = [],
  ) -> Key {
    Key(
      name,
      .record(record),
      .standard([:]),
      documentation,
      only: topologies,
      starter: .commentedOut([:]),
    )
  }
}
