import JSON

/// The names by which a hub on OpenShift is reached; those that are left out OpenShift makes itself.
package struct RouteHosts: Hashable, Sendable {
  /// Where clusters write to.
  package var receive: String? = nil
  package var querier: String? = nil
  package var grafana: String? = nil

  /// Those that are given.
  package var given: [String] { [receive, querier, grafana].compactMap(\.self) }
}

extension RouteHosts {
  init(_ section: Section?) {
    self.init(
      receive: section?.optionalText("receive"),
      querier: section?.optionalText("querier"),
      grafana: section?.optionalText("grafana"),
    )
  }
}

extension Key {
  static let hubRoutes = Key(
    "routes",
    .record(.hubRoutes),
    .optional,
    """
    The host names of the hub's Routes; OpenShift makes those that are left out. Whoever applies may need the right to \
    `routes/custom-host`.
    """,
    only: [.receive, .collector],
    example: ["receive": "metrics.apps.example.com"],
  )
}

extension Record {
  fileprivate static let hubRoutes = Record(
    noun: "the Routes",
    keys: [
      host("receive", "The name that the clusters write to."),
      host("querier", "The name of the querier's page."),
      host("grafana", "Grafana's name."),
    ],
  )

  private static func host(_ name: String, _ documentation: String) -> Key {
    Key(
      name,
      .text(.dottedName),
      .optional,
      documentation,
      example: .string("\(name).apps.example.com"),
    )
  }
}
