import Fleet
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

  /// What the series of kubelets bear, of whichever of the two jobs they are.
  static let kubeletJob = "kubelet"

  /// The kubelet of every node, for itself and for its containers.
  ///
  /// Job, `metrics_path` and what is dropped are as in kube-prometheus, so that dashboards and
  /// rules that people have for it find what they look for, and nothing that it would not keep.
  static let kubelets = [
    kubelet(kubeletJob, path: "/metrics"),
    kubelet("cadvisor", path: "/metrics/cadvisor").merging([
      // With cAdvisor's own times, the series of a container that has gone would linger.
      "honor_timestamps": false,
      "metric_relabel_configs": .array(unwanted),
    ]),
  ]

  /// What tells of the cluster itself, where nobody else's Prometheus does.
  static func platform(of cluster: ManagedCluster) -> [JSON] {
    kubelets + (cluster.usageSeries.contains(.kubernetesVersion) ? [server] : [])
  }

  /// Nothing but its release: it has tens of thousands of series, which take it long to write down, so it is
  /// asked as seldom as a series bears that shall not end in between.
  private static let server: JSON = [
    "job_name": .string(UsageSeries.serverJob),
    "scheme": "https",
    "scrape_interval": "2m",
    "scrape_timeout": "30s",
    "authorization": accountToken,
    "tls_config": [
      "ca_file": "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt",
      "server_name": "kubernetes.default.svc",
    ],
    "static_configs": [["targets": ["kubernetes.default.svc:443"]]],
    "metric_relabel_configs": [
      [
        "source_labels": ["__name__"], "regex": .string(UsageSeries.kubernetesVersion.rawValue),
        "action": "keep",
      ]
    ],
  ]

  /// Of cAdvisor's: what is always 0, what is not of a pod, and what is per device of a container.
  private static let unwanted: [JSON] = [
    dropped(
      ["__name__"],
      "container_(network_tcp_usage_total|network_udp_usage_total|tasks_state|cpu_load_average_10s)",
    ),
    dropped(
      ["__name__", "pod", "namespace"],
      "(container_spec_.*|container_file_descriptors|container_sockets|container_threads_max"
        + "|container_threads|container_start_time_seconds|container_last_seen);;",
    ),
    dropped(["__name__", "container"], "(container_blkio_device_usage_total);.+"),
  ]

  /// The labels' values are joined by semicolons.
  private static func dropped(_ labels: [String], _ expression: String) -> JSON {
    ["source_labels": .list(labels), "regex": .string(expression), "action": "drop"]
  }

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
        ["source_labels": ["__meta_kubernetes_node_name"], "target_label": "node"],
        ["source_labels": ["__metrics_path__"], "target_label": "metrics_path"],
        ["target_label": "job", "replacement": .string(kubeletJob)],
      ],
    ]
  }

  /// Shows the token of the account that the pods run as.
  static let accountToken: JSON = [
    "type": "Bearer", "credentials_file": .string(Site.accountToken),
  ]

  /// A Secret, for an operator takes jobs from nowhere else; there is nothing secret in it.
  ///
  /// A ScrapeConfig, which newer operators have, cannot show the token of the pod's own account, and kubelets
  /// and the platform's Prometheus ask for just that.
  ///
  /// The fleet file's jobs come after `jobs`, which are the fleet's.
  static func manifest(_ jobs: [JSON], of cluster: ManagedCluster, at site: Site) -> Manifest {
    let text = YAML.text(.array(jobs + cluster.scrapeJobs.map(\.json))).base64
    var manifest = site.manifest(
      .secret,
      secret.name,
      of: .prometheus,
      ["type": "Opaque", "data": [secret.key: .string(text)]],
    )
    let labels = cluster.scrapeJobs.flatMap(\.labels.keys).map { "static_configs.labels.\($0)" }
    manifest.openText = OpenText(secret.key, showing: openFields.union(labels))
    return manifest
  }

  /// Every field that a job here has; what a patch or a hand adds may be a password.
  private static let openFields: Set<String> = [
    "job_name", "scheme", "metrics_path", "params.match[]", "honor_labels", "honor_timestamps",
    "scrape_interval", "scrape_timeout", "authorization.type", "authorization.credentials_file",
    "basic_auth.username_file", "basic_auth.password_file", "tls_config.cert_file",
    "tls_config.key_file", "tls_config.ca_file", "tls_config.server_name",
    "tls_config.insecure_skip_verify",
    "static_configs.targets", "kubernetes_sd_configs.role", "relabel_configs.source_labels",
    "relabel_configs.target_label", "relabel_configs.replacement",
    "metric_relabel_configs.source_labels", "metric_relabel_configs.regex",
    "metric_relabel_configs.action",
  ]
}
