import JSON
import Objects
import Text
import YAML

/// Scrape jobs that no ServiceMonitor makes, as Prometheus' own configuration has them.
enum AdditionalJobs {
  private static let secret = (name: "additional-scrape-configs", key: "scrape-configs.yaml")

  /// How a Prometheus resource names them.
  static let reference: JSON = ["name": .string(secret.name), "key": .string(secret.key)]

  /// What runs in the same pod: it need not ask itself for a proof of who it is.
  static func neighbour(_ name: String, port: Int, isEncrypted: Bool = false) -> JSON {
    .fields([
      "job_name": .string(name),
      "scheme": isEncrypted ? "https" : nil,
      "tls_config": isEncrypted ? ["insecure_skip_verify": true] : nil,
      "static_configs": [["targets": [.string("127.0.0.1:\(port)")]]],
    ])
  }

  /// The kubelet of every node, for itself and for its containers.
  static let kubelets = [
    kubelet("kubelet", path: "/metrics"), kubelet("cadvisor", path: "/metrics/cadvisor"),
  ]

  /// Most kubelets sign their certificates themselves, so there is nothing to verify them by; the
  /// token that they are shown may read nodes' metrics and do nothing else.
  private static func kubelet(_ name: String, path: String) -> JSON {
    [
      "job_name": .string(name),
      "scheme": "https",
      "metrics_path": .string(path),
      "authorization": accountToken,
      "tls_config": ["insecure_skip_verify": true],
      "kubernetes_sd_configs": [["role": "node"]],
      "relabel_configs": [
        ["source_labels": ["__meta_kubernetes_node_name"], "target_label": "node"]
      ],
    ]
  }

  /// Shows the token of the account that the pods run as.
  static let accountToken: JSON = [
    "type": "Bearer", "credentials_file": .string(Site.accountToken),
  ]

  /// A Secret because the operator wants one; there is nothing secret in it.
  static func manifest(_ jobs: [JSON], at site: Site) -> Manifest {
    let text = YAML.text(.array(jobs)).base64
    return site.manifest(
      .secret,
      secret.name,
      of: .prometheus,
      ["type": "Opaque", "data": [secret.key: .string(text)]],
    )
  }
}
