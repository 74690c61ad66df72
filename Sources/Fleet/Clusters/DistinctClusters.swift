import Diagnostics
import Facts
import YAML

extension Rule {
  static func distinct(
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
