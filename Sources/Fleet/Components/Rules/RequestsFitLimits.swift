import Facts
import JSON
import YAML

extension Rule {
  /// The API server refuses pods that ask for more than they may use.
  ///
  /// The request may be a standard one that the file does not show.
  static let requestsFitLimits = Rule { source in
    let hub = source.root["hub"].map { node in
      workloads(node, source.section.optionalSection("hub"))
    }
    return (hub ?? []) + source.clusters.flatMap { workloads($0.node, $0.section) }
  }

  /// Every record of the file that has resources.
  private static func workloads(_ node: Node, _ section: Section?) -> [FleetProblem] {
    (section?.members.keys ?? []).flatMap { name in
      let resources = section?.optionalSection(name)?.optionalSection("resources")
      let place = node[name]?["resources"]
      return (resources?.optionalSection("limits")?.members.keys ?? []).compactMap { resource in
        let mark = place?["limits"]?[resource]?.mark ?? place?.mark ?? node.mark
        return resources.flatMap { misfit(resource, $0, at: mark) }
      }
    }
  }

  /// nil where the request fits, or there is no limit.
  private static func misfit(
    _ resource: String,
    _ resources: Section,
    at mark: SourceMark,
  ) -> FleetProblem? {
    guard let request = resources.optionalSection("requests")?.amount(resource),
      let limit = resources.optionalSection("limits")?.amount(resource), limit < request
    else { return nil }
    return FleetProblem(
      .component(
        .limitBelowRequest(resource: resource, limit: limit.canonical, request: request.canonical)
      ),
      at: mark,
    )
  }
}

extension Section {
  /// nil where nothing is said of the resource.
  fileprivate func amount(_ resource: String) -> Quantity? {
    members[resource].flatMap { Quantity($0.plainText) }
  }
}
