import Facts
import YAML

extension Rule {
  /// By one host the hub reaches one cluster.
  static let distinctIngressHosts = Rule { source in
    var owners: [String: String] = [:]
    return source.clusters.compactMap { cluster in
      guard let name = cluster.section.optionalText("name"),
        let host = cluster.section.optionalSection("ingress")?.optionalText("host"),
        let owner = owners.updateValue(name, forKey: host), owner != name
      else { return nil }
      return FleetProblem(
        .sidecar(.hostTaken(host, cluster: name, other: owner)),
        at: (cluster.node["ingress"]?["host"] ?? cluster.node).mark,
      )
    }
  }
}
