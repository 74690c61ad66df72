import Facts
import YAML

extension Rule {
  /// The node exporter uses the node's network and files, which pod security admits at its weakest level alone.
  static let namespacesAdmitExporters = Rule { source in
    source.clusters.compactMap { node, cluster in
      // Of the namespace on the hub the hub's own keys count.
      let owner = cluster.isOnHub ? source.section.optionalSection("hub") : cluster
      let namespaces = owner?.optionalSection("metadata")?.optionalSection("namespaces")
      guard cluster.optionalSection("nodeExporter") != nil,
        let level = namespaces?.optionalSection("labels")?.optionalText(enforced),
        level != "privileged"
      else { return nil }
      let mark = source.setting("metadata", "namespaces", "labels", enforced, of: node)?.mark
      return FleetProblem(.component(.exporterRefused(level: level)), at: mark ?? node.mark)
    }
  }

  private static let enforced = "pod-security.kubernetes.io/enforce"
}
