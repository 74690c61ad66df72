import JSON

extension Key {
  /// The platform, for each topology: not every one runs on every platform.
  static func platforms(
    _ presence: Presence,
    _ documentation: String = "What kind of cluster it is; the fleet's platform without it.",
  ) -> [Key] {
    Topology.allCases.map { platform(presence, documentation, only: $0) }
  }

  private static func platform(
    _ presence: Presence,
    _ documentation: String,
    only topology: Topology,
  ) -> Key {
    Key(
      "platform",
      .platform(topology),
      presence,
      documentation,
      only: [topology],
      starter: presence == .required ? .set(.string(topology.platforms[0].rawValue)) : .absent,
    )
  }
}
