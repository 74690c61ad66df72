import Diagnostics
import Facts
import JSON
import YAML

extension Rule {
  /// The hub reaches each cluster's sidecar in one way.
  static let oneWayIn = Rule { source in
    guard source.topology == .sidecar else { return [] }
    return source.clusters.compactMap { cluster in
      let ways = ["ingress", "loadBalancer"].filter { cluster.section.members[$0] != nil }
      guard ways.count != 1 else { return nil }
      return Diagnostic(
        .error,
        ways.isEmpty ? "no way in" : "two ways in",
        detail: "The hub asks a cluster's sidecar through its `ingress` or its `loadBalancer`.",
        remedy: ways.isEmpty
          ? "Add one of the two, here or under `defaults`."
          : "Keep one of the two; what stands under `defaults` counts for every cluster.",
        at: cluster.node.mark,
      )
    }
  }
}
