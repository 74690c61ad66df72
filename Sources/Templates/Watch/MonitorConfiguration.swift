import JSON
import YAML

/// The configuration of the Prometheus that watches over the hub.
struct MonitorConfiguration {
  let fleet: String
  let namespace: String
  /// The cluster whose pods are looked for, where the namespace has those of another, too.
  let cluster: String?
  /// As Prometheus writes durations.
  let interval: String
  /// Where its rules are in the pod.
  let ruleFile: String
  let destinations: AlertDestinations

  /// `prometheus.yaml`.
  var text: String {
    YAML.text(
      .fields([
        "global": [
          "scrape_interval": .string(interval), "evaluation_interval": "30s",
          "external_labels": ["fleet": .string(fleet)],
        ],
        "rule_files": [.string(ruleFile)],
        "alerting": .fields([
          "alertmanagers": .array(destinations.configurations(AccessVolume.ofAlerts.files))
        ]),
        "scrape_configs": [members],
      ])
    )
  }

  /// Every pod of the fleet that has a port by the name of `http`: Thanos' parts, Alertmanager, and
  /// this Prometheus itself.
  ///
  /// A series' job is the part that it is of, as the monitors of an operator's Prometheus have it.
  private var members: JSON {
    let label = "__meta_kubernetes_pod_label_"
    let ofCluster = cluster.map { [Self.kept("\(label)fedctl_dev_cluster", $0)] } ?? []
    return [
      "job_name": "fleet",
      "kubernetes_sd_configs": [
        ["role": "pod", "namespaces": ["names": [.string(namespace)]]]
      ],
      "relabel_configs": .array(
        [Self.kept("\(label)fedctl_dev_fleet", fleet)] + ofCluster + [
          Self.kept("__meta_kubernetes_pod_container_port_name", "http"),
          Self.copied("\(label)app_kubernetes_io_name", to: "job"),
          Self.copied("__meta_kubernetes_pod_name", to: "pod"),
        ]
      ),
    ]
  }

  private static func kept(_ label: String, _ value: String) -> JSON {
    ["source_labels": [.string(label)], "regex": .string(value), "action": "keep"]
  }

  private static func copied(_ label: String, to target: String) -> JSON {
    ["source_labels": [.string(label)], "target_label": .string(target)]
  }
}
