import Diagnostics
import JSON
import YAML

extension Rule {
  /// Series of two clusters with one `cluster` label could not be told apart on the hub.
  static let distinctClusterLabels = Rule { source in
    var owners: [String: String] = [:]
    return source.clusters.compactMap { cluster in
      let given = cluster.section.optionalSection("externalLabels")?.members["cluster"]
      guard let name = cluster.section.optionalText("name"),
        let label = given?.stringValue ?? cluster.section.optionalText("name")
      else { return nil }
      if let owner = owners[label], owner != name {
        return Diagnostic(
          .error,
          "external labels used twice",
          detail: "`\(name)` and `\(owner)` both have the label cluster=\"\(label)\": their series "
            + "could not be told apart.",
          remedy: "Leave `cluster` out of `externalLabels`; it is the cluster's name then.",
          at: cluster.node["externalLabels"]?["cluster"]?.mark ?? cluster.node.mark,
        )
      }
      owners[label] = name
      return nil
    }
  }
}
