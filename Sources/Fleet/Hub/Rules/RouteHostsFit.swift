import Facts
import YAML

extension Rule {
  /// OpenShift makes a Route's host of its name and its namespace, joined, and a label of a host has 63 characters
  /// at most (RFC 1123): a longer one is never admitted, and whoever waits for the host waits for ever.
  ///
  /// Where a patch is for Routes it may give them hosts, of which nothing is known here.
  static let routeHostsFit = Rule { source in
    guard let node = source.root["namespace"], let namespace = node.scalar?.text,
      let route = source.longestRoute, !source.patchesRoutes
    else { return [] }
    let limit = 63 - 1 - route.utf8.count
    guard (limit + 1...63).contains(namespace.utf8.count) else { return [] }
    return [FleetProblem(.hub(.routeHostTooLong(route: route, limit: limit)), at: node.mark)]
  }
}

extension FleetSource {
  /// The longest name that a Route of the fleet's namespace has; nil where there is none.
  fileprivate var longestRoute: String? {
    let writesItself = clusters.contains { _, section in
      platform(of: section) == .openshift && section.optionalText("mode") == "operator"
    }
    if writesItself { return "federated-prometheus" }
    guard platform(of: section.optionalSection("hub")) == .openshift,
      root["hub"]?["routes"]?["receive"] == nil
    else { return nil }
    return [.receive, .collector].contains(topology) ? "thanos-receive" : nil
  }

  fileprivate var patchesRoutes: Bool {
    (root["patches"]?.elements ?? []).contains { $0["target"]?["kind"]?.scalar?.text == "Route" }
  }
}
