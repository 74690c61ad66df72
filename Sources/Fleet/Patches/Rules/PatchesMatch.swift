import Diagnostics
import Facts
import YAML

extension Rule {
  /// A patch that matches nothing is a misspelt one.
  static let patchesMatch = Rule { source in
    let clusters =
      [source.root["hub"]?["name"]?.scalar?.text ?? "hub"]
      + source.clusters.compactMap { $0.node["name"]?.scalar?.text }
    return (source.root["patches"]?.elements ?? []).compactMap { $0["target"] }.flatMap { target in
      [
        unknown("kind", among: renderedKinds, in: target),
        unknown("cluster", among: clusters, in: target),
      ]
      .compactMap(\.self)
    }
  }

  private static let renderedKinds = [
    "Namespace", "Secret", "ConfigMap", "ServiceAccount", "Service", "PersistentVolumeClaim",
    "Deployment", "StatefulSet", "DaemonSet", "Role", "RoleBinding", "ClusterRole",
    "ClusterRoleBinding", "NetworkPolicy", "PodDisruptionBudget", "Route", "Ingress", "Certificate",
    "CustomResourceDefinition", "APIService",
    "OperatorGroup", "Subscription", "Prometheus", "ServiceMonitor", "ScrapeConfig",
    "PrometheusRule",
  ]

  private static func unknown(
    _ key: String,
    among known: [String],
    in target: Node,
  ) -> Diagnostic? {
    guard let node = target[key], let text = node.scalar?.text, !known.contains(text) else {
      return nil
    }
    return Diagnostic(
      .error,
      "patch matches nothing",
      detail: "No object of this fleet has the \(key) `\(text)`.",
      remedy: Suggestion.nearest(to: text, among: known).map { "Did you mean `\($0)`?" }
        ?? "Use \(Sentence.or(known)).",
      at: node.mark,
    )
  }
}
