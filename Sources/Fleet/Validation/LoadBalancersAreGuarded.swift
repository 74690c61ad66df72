import Diagnostics
import YAML

extension Rule {
  /// Behind a load balancer on the internet, nothing but its source ranges guards Prometheus.
  static let loadBalancersAreGuarded = Rule { source in
    source.clusters.flatMap { cluster -> [Diagnostic] in
      guard let section = cluster.section.optionalSection("loadBalancer"),
        let isInternal = try? section.flag("internal"),
        let ranges = try? section.texts("sourceRanges")
      else { return [] }
      let place = cluster.node["loadBalancer"] ?? source.root["defaults"]?["loadBalancer"]
      let mark = (place ?? cluster.node).mark
      if !isInternal, ranges.isEmpty { return [open(mark)] }
      return isInternal ? [] : ranges.filter { $0.hasSuffix("/0") }.map { everybody($0, mark) }
    }
  }

  private static func open(_ mark: SourceMark) -> Diagnostic {
    Diagnostic(
      .error,
      "open to the internet",
      detail: "With `internal: false` and no `sourceRanges`, everybody may query this Prometheus.",
      remedy: "Name the networks of the hub in `sourceRanges`, or leave `internal` out.",
      at: mark,
    )
  }

  private static func everybody(_ range: String, _ mark: SourceMark) -> Diagnostic {
    Diagnostic(
      .warning,
      "open to the internet",
      detail: "`\(range)` lets everybody query this Prometheus.",
      remedy: "Name the networks of the hub.",
      at: mark,
    )
  }
}
