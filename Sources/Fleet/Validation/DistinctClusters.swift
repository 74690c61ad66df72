import Diagnostics
import Facts
import YAML

extension Rule {
  /// A name says which cluster a plan or an error is about, the hub's as well.
  static let distinctNames = distinct("name", summary: "name used twice", hubStandard: "hub") {
    "`\($0)` is already the name of \($1)."
  }

  static let distinctContexts = distinct("context", summary: "context used twice") {
    "The context `\($0)` already belongs to \($1): both would own the same objects there."
  }

  static let distinctServers = distinct("server", summary: "server used twice") {
    "The server `\($0)` already belongs to \($1): both would own the same objects there."
  }

  private static func distinct(
    _ key: String,
    summary: String,
    hubStandard: String? = nil,
    detail: @escaping @Sendable (_ value: String, _ owner: String) -> String,
  ) -> Rule {
    Rule { source in
      var owners: [String: String] = [:]
      let hub = source.root["hub"]?[key]?.scalar?.text ?? hubStandard
      if let hub { owners[hub] = "the hub" }
      return source.clusters.compactMap { cluster in
        guard let node = cluster.node[key], let value = node.scalar?.text else { return nil }
        if let owner = owners[value] {
          return Diagnostic(.error, summary, detail: detail(value, owner), at: node.mark)
        }
        owners[value] = "the cluster in line \(node.mark.line)"
        return nil
      }
    }
  }
}
