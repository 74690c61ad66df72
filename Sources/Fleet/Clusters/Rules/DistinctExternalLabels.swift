import Diagnostics
import Facts
import YAML

extension Rule {
  /// Series of two clusters with the same labels could not be told apart on the hub.
  static let distinctExternalLabels = Rule { source in
    var owners: [[String: String]: String] = [:]
    return source.clusters.compactMap { cluster in
      guard let name = cluster.section.optionalText("name"),
        let given = try? cluster.section.map("externalLabels")
      else { return nil }
      let labels = ["cluster": name].merging(given) { _, given in given }
      guard let owner = owners.updateValue(name, forKey: labels), owner != name else { return nil }
      return Diagnostic(
        .error,
        "external labels used twice",
        detail:
          "`\(name)` and `\(owner)` both have \(text(labels)): their series could not be told "
          + "apart.",
        remedy: "Leave `cluster` out of `externalLabels`; it is the cluster's name then.",
        at: cluster.node["externalLabels"]?.mark ?? cluster.node.mark,
      )
    }
  }

  private static func text(_ labels: [String: String]) -> String {
    let pairs = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }
    return "{\(pairs.joined(separator: ", "))}"
  }
}
