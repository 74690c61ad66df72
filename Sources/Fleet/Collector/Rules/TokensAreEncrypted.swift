import Facts
import Text
import YAML

extension Rule {
  /// OpenShift's Prometheus asks for a token, which nobody on the way may read.
  static let tokensAreEncrypted = Rule { source in
    guard source.topology == .collector else { return [] }
    return source.clusters.filter { source.platform(of: $0.section) == .openshift }
      .compactMap { node, cluster in
        let address = cluster.optionalSection("collector")?.optionalText("from")
        guard let address, !address.begins(with: "https://") else { return nil }
        return FleetProblem(
          .collector(.tokenWithoutTLS(url: address)),
          at: (node["collector"] ?? node).mark,
        )
      }
  }
}
