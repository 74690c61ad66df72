import Diagnostics
import Facts
import YAML

extension Rule {
  /// There is one way to the hub: OpenShift's, or one that the file names.
  static let hubIsReached = Rule { source in
    guard [.receive, .collector].contains(source.topology), let hub = source.root["hub"],
      hub.pairs != nil
    else { return [] }
    let ways = ["ingress", "loadBalancer"].filter { hub[$0] != nil }
    guard source.platform(of: source.section.optionalSection("hub")) == .kubernetes else {
      return ways.compactMap { way in hub[way].map { superfluous(way, $0.mark) } }
    }
    if source.topology == .collector { return ways.isEmpty ? [unreached(hub.mark)] : [] }
    if ways.count != 1 { return [undecided(hub.mark)] }
    guard let loadBalancer = hub["loadBalancer"], loadBalancer["tls"] == nil else { return [] }
    return [unencrypted(loadBalancer.mark)]
  }

  private static func superfluous(_ key: String, _ mark: SourceMark) -> Diagnostic {
    Diagnostic(
      .error,
      "key of another platform",
      detail: "A hub on OpenShift is reached by a Route, so `\(key)` has no meaning.",
      remedy: "Leave it out, or give the hub `platform: kubernetes`.",
      at: mark,
    )
  }

  /// An Ingress would take the clusters' certificates off.
  private static func unreached(_ mark: SourceMark) -> Diagnostic {
    Diagnostic(
      .error,
      "missing key",
      detail: "A hub on Kubernetes needs `loadBalancer`, for collectors to reach receive.",
      remedy: "Write `loadBalancer: {}`, with `sourceRanges` where you know them.",
      at: mark,
    )
  }

  private static func undecided(_ mark: SourceMark) -> Diagnostic {
    Diagnostic(
      .error,
      "wrong choice",
      detail: "A hub on Kubernetes needs exactly one of `ingress` or `loadBalancer`.",
      remedy: "Write `ingress: {host: metrics.example.com}` with a name that leads to the hub.",
      at: mark,
    )
  }

  private static func unencrypted(_ mark: SourceMark) -> Diagnostic {
    Diagnostic(
      .error,
      "missing key",
      detail: "The hub's load balancer needs `tls`: the clusters' tokens pass it.",
      remedy: "Name a Secret with a certificate and a name that is in it.",
      at: mark,
    )
  }
}
