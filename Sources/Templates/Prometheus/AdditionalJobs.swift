import JSON
import Objects

/// Scrape jobs that no ServiceMonitor makes, as Prometheus' own configuration has them.
enum AdditionalJobs {
  static let secret = (name: "additional-scrape-configs", key: "scrape-configs.yaml")

  /// What runs in the same pod.
  static func neighbour(_ name: String, port: Int, isEncrypted: Bool = false) -> String {
    """
    - job_name: \(name)
    \(isEncrypted ? encrypted : "")  static_configs:
      - targets: ["127.0.0.1:\(port)"]

    """
  }

  /// It need not ask itself for a proof of who it is.
  private static let encrypted = """
      scheme: https
      tls_config:
        insecure_skip_verify: true

    """

  /// The kubelet of every node, for itself and for its containers.
  static let kubelets =
    kubelet("kubelet", path: "/metrics") + kubelet("cadvisor", path: "/metrics/cadvisor")

  /// Most kubelets sign their certificates themselves, so there is nothing to verify them by; the
  /// token that they are shown may read nodes' metrics and do nothing else.
  private static func kubelet(_ name: String, path: String) -> String {
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

extension Site {
  /// A Secret because the operator wants one; there is nothing secret in it.
  func scrapeJobs(_ text: String) -> Manifest {
    manifest(
      .secret,
      AdditionalJobs.secret.name,
      of: .prometheus,
      ["type": "Opaque", "data": [AdditionalJobs.secret.key: .string(text.base64)]],
    )
  }
}
