import JSON

/// What every cluster sums up by itself, so that nobody need read every container's series.
enum UsageRules {
  static let cpu = "namespace:container_cpu_usage_seconds_total:sum_rate5m"
  static let memory = "namespace:container_memory_working_set_bytes:sum"

  /// Those of single containers: the sums that the kubelet makes of them have no name.
  private static let containers = #"{container!="",container!="POD"}"#

  /// A group of a PrometheusRule.
  static let group: JSON = ["name": "fedctl-usage", "rules": rules]

  private static let rules: JSON = [
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

  /// What a hub shows of them, and of the targets behind them.
  static let charts = [
    Chart(
      title: "CPU by cluster",
      query: "sum by (cluster) (\(cpu){cluster=~\"$cluster\"})",
      legend: "{{cluster}}",
      unit: "cores",
    ),
    Chart(
      title: "Memory by cluster",
      query: "sum by (cluster) (\(memory){cluster=~\"$cluster\"})",
      legend: "{{cluster}}",
      unit: "bytes",
    ),
    Chart(
      title: "CPU by namespace",
      query: "\(cpu){cluster=~\"$cluster\",namespace=~\"$namespace\"}",
      legend: "{{cluster}} {{namespace}}",
      unit: "cores",
    ),
    Chart(
      title: "Memory by namespace",
      query: "\(memory){cluster=~\"$cluster\",namespace=~\"$namespace\"}",
      legend: "{{cluster}} {{namespace}}",
      unit: "bytes",
    ),
    Chart(
      title: "Targets up",
      query: "min by (cluster, job) (up{cluster=~\"$cluster\"})",
      legend: "{{cluster}} {{job}}",
      unit: "short",
    ),
  ]
}
