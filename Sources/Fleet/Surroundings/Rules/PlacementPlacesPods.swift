import Facts
import YAML

extension Rule {
  /// OpenShift's own Prometheus has its place from OpenShift, and a cluster where it writes may run no pod of the fleet's.
  static let placementPlacesPods = Rule { source in
    guard source.topology == .receive else { return [] }
    let clusters = source.clusters.map { node, section in
      let mode = section.mode(on: source.platform(of: section))
      let runsPods =
        mode != ReceiveMode.platform || section.optionalSection("sampleApplication") != nil
      return (node: node, runsPods: runsPods)
    }
    let parts =
      clusters.map { (part: $0.node, clusters: [$0]) }
      + source.sharedSettings(of: clusters, at: \.node)
    return parts.compactMap { part, clusters in
      guard let placement = part["placement"], !clusters.isEmpty,
        !clusters.contains(where: \.runsPods)
      else { return nil }
      return FleetProblem(.remoteWrite(.idlePlacement), .warning, at: placement.mark)
    }
  }
}
