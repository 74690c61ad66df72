import Facts
import YAML

extension Rule {
  /// A certificate's common name has 64 characters at most (RFC 5280, `ub-common-name`), and begins with eleven
  /// of ours: `receive of ` and `clients of `.
  static let namesFitCertificates = Rule { source in
    guard source.topology == .collector else { return [] }
    let fleet = source.root["name"].map { [$0] } ?? []
    let names = fleet + source.clusters.compactMap { $0.node["name"] }
    return names.compactMap { node in
      guard let name = node.scalar?.text, name.utf8.count > longestCertified else { return nil }
      return FleetProblem(
        .collector(.nameTooLong(name, limit: longestCertified)),
        at: node.mark,
      )
    }
  }

  private static let longestCertified = 64 - 11
}
