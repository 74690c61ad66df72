import Fleet
import JSON
import Manifest

/// The scrape jobs of a cluster's Prometheus: itself, and the kubelet of every node.
extension ReadCluster {
  static let jobs = (secret: "additional-scrape-configs", key: "scrape-configs.yaml")

  /// A Secret because the operator wants one; there is nothing secret in it.
  var scrapeJobs: Manifest {
    let text =
      selfJob + Self.kubeletJob("kubelet", path: "/metrics")
      + Self.kubeletJob("cadvisor", path: "/metrics/cadvisor")
    return site.manifest(
      .secret,
      Self.jobs.secret,
      of: .prometheus,
      ["type": "Opaque", "data": [Self.jobs.key: .string(text.base64)]],
    )
  }

  private var selfJob: String {
    """
    - job_name: prometheus
    \(loadBalancer.tls == nil ? "" : Self.encrypted)  static_configs:
      - targets: ["127.0.0.1:9090"]

    """
  }

  /// It need not ask itself for a proof of who it is.
  private static let encrypted = """
      scheme: https
      tls_config:
        insecure_skip_verify: true

    """

  /// Most kubelets sign their certificates themselves, so there is nothing to verify them by; the
  /// token that they are shown may read nodes' metrics and do nothing else.
  private static func kubeletJob(_ name: String, path: String) -> String {
    """
    - job_name: \(name)
      scheme: https
      metrics_path: \(path)
      authorization:
        type: Bearer
        credentials_file: /var/run/secrets/kubernetes.io/serviceaccount/token
      tls_config:
        insecure_skip_verify: true
      kubernetes_sd_configs:
      - role: node
      relabel_configs:
      - source_labels: [__meta_kubernetes_node_name]
        target_label: node

    """
  }
}
