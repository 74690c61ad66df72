import Diagnostics
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

  /// Each controller has keys of its own, and needs some of them.
  static let ingressFitsItsClass = Rule { source in
    source.clusters.flatMap { cluster -> [Diagnostic] in
      guard let ingress = cluster.section.optionalSection("ingress") else { return [] }
      let place = cluster.node["ingress"] ?? source.root["defaults"]?["ingress"] ?? cluster.node
      let controller = ingress.optionalText("class") ?? "alb"
      let (needed, foreign) =
        controller == "nginx" ? (["host", "tls"], ["certificateARN"]) : (["host"], ["tls"])
      return needed.filter { ingress.members[$0] == nil }.map {
        missing($0, controller, place.mark)
      }
        + foreign.filter { ingress.members[$0] != nil }
        .map { superfluous($0, controller, (place[$0] ?? place).mark) }
    }
  }

  private static func missing(_ key: String, _ controller: String, _ mark: SourceMark) -> Diagnostic
  {
    Diagnostic(
      .error,
      "missing key",
      detail: "An ingress of class `\(controller)` needs `\(key)`.",
      at: mark,
    )
  }

  private static func superfluous(
    _ key: String,
    _ controller: String,
    _ mark: SourceMark,
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "invalid value",
      detail: "`\(key)` has no meaning for an ingress of class `\(controller)`.",
      remedy: "Leave it out, or change `class`.",
      at: mark,
    )
  }
}
