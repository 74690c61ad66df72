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
    let own = topology.platforms.map(\.rawValue)
    let others = Platform.allCases.map(\.rawValue).filter { !own.contains($0) }
    return Key(
      "platform",
      .choice(own, refused: Dictionary(others.map { ($0, reason(topology)) }) { $1 }),
      presence,
      documentation,
      only: [topology],
      starter: presence == .required ? .set(.string(topology.platforms[0].rawValue)) : .absent,
    )
  }

  /// Why a topology runs on no other platform, as it follows on the platform's name.
  private static func reason(_ topology: Topology) -> String {
    reasons[topology] ?? "is not supported with `topology: \(topology.rawValue)`"
  }

  private static let reasons: [Topology: String] = [
    .federate: """
    is not supported with `topology: federate`: behind a load balancer its Prometheus would have \
    no guard but the network; `topology: receive` has one
    """,
    .sidecar: """
    is not supported with `topology: sidecar`, whose way in is a load balancer or an Ingress; \
    `topology: receive` has Routes
    """,
  ]
}
