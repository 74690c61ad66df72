import Fleet
import JSON
import Manifest

/// Scrape jobs that are no ServiceMonitor, as Prometheus's own configuration has them.
enum ScrapeJobs {
  static let secret = (name: "additional-scrape-configs", key: "scrape-configs.yaml")

  /// Where the Prometheus resource finds them.
  static let selector: JSON = ["name": .string(secret.name), "key": .string(secret.key)]

  /// A Prometheus reads itself; over TLS it need not ask itself for a proof of who it is.
  static func itself(named name: String, isEncrypted: Bool = false) -> String {
    """
    - job_name: \(name)
    \(isEncrypted ? encrypted : "")  static_configs:
      - targets: ["127.0.0.1:9090"]

    """
  }

  private static let encrypted = """
      scheme: https
      tls_config:
        insecure_skip_verify: true

    """

  /// What the kubelet of every node measures, of itself and of containers.
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
  func scrapeJobs(_ jobs: String) -> Manifest {
    manifest(
      .secret,
      ScrapeJobs.secret.name,
      of: .prometheus,
      ["type": "Opaque", "data": [ScrapeJobs.secret.key: .string(jobs.base64)]],
    )
  }

  /// Lets a ServiceAccount find the nodes, and read what their kubelets measure.
  func nodeReading(by account: String) -> [Manifest] {
    let rules = [
      rule("", ["nodes"], ["get", "list", "watch"]),
      rule("", ["nodes/metrics"], ["get"]),
    ]
    return [
      clusterRole("nodes", of: .prometheus, rules: rules),
      clusterRoleBinding("nodes", role: qualified("nodes"), to: account, of: .prometheus),
    ]
  }
}
