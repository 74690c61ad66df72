import Diagnostics
import YAML

extension Rule {
  /// All of a cluster's service monitors live in one namespace.
  static let distinctServiceMonitors = Rule { source in
    let lists = source.clusters.map { $0.node["serviceMonitors"] }
    return (lists + [source.root["defaults"]?["serviceMonitors"]]).flatMap { repeated(in: $0) }
  }

  private static func repeated(in list: Node?) -> [Diagnostic] {
    var seen: Set<String> = []
    return (list?.elements ?? []).compactMap { monitor in
      guard let name = monitor["name"], let text = name.scalar?.text,
        !seen.insert(text).inserted
      else { return nil }
      return Diagnostic(
        .error,
        "name used twice",
        detail: "Two service monitors of one cluster are called `\(text)`.",
        at: name.mark,
      )
    }
  }
}
