import Diagnostics
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
      return Diagnostic(
        .error,
        "host used twice",
        detail:
          "`\(name)` and `\(owner)` both have `\(host)`: the hub would reach but one of them.",
        remedy: "Give each cluster's ingress a host of its own.",
        at: (cluster.node["ingress"]?["host"] ?? cluster.node).mark,
      )
    }
  }
}
