import JSON
import Manifest

/// What every cluster sums up for the hub, so that the hub need not read every container's series.
enum UsageRules {
  static let cpu = "namespace:container_cpu_usage_seconds_total:sum_rate5m"
  static let memory = "namespace:container_memory_working_set_bytes:sum"

  /// What the hub takes from every cluster: its dashboard and alerts stand on it.
  static let selectors = [cpu, memory, "up"].map { "{__name__=\"\($0)\"}" }

  /// Those of single containers: the sums that the kubelet makes of them have no name.
  private static let containers = #"{container!="",container!="POD"}"#

  fileprivate static let rules: JSON = [
    [
      "record": .string(cpu),
      "expr": .string(
        "sum by (namespace) (rate(container_cpu_usage_seconds_total\(containers)[5m]))"
      ),
    ],
    [
      "record": .string(memory),
      "expr": .string("sum by (namespace) (container_memory_working_set_bytes\(containers))"),
    ],
  ]
}

extension ReadCluster {
  var usageRules: Manifest {
    let group: JSON = ["name": "fedctl-usage", "rules": UsageRules.rules]
    return site.manifest(
      .prometheusRule,
      Part.prometheus.name,
      of: .prometheus,
      ["spec": ["groups": [group]]],
    )
  }
}
