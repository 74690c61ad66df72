/// The charts of the dashboard that shows every cluster beside the others.
extension HubSite {
  static let charts = [
    Chart(
      title: "CPU by cluster",
      query: #"sum by (cluster) (pod:container_cpu_usage:sum{cluster=~"$cluster"})"#,
      legend: "{{cluster}}",
      unit: "cores",
    ),
    Chart(
      title: "Memory by cluster",
      query: #"sum by (cluster) (pod:container_memory_usage_bytes:sum{cluster=~"$cluster"})"#,
      legend: "{{cluster}}",
      unit: "bytes",
    ),
    Chart(
      title: "CPU by namespace",
      query: "sum by (cluster, namespace) "
        + #"(pod:container_cpu_usage:sum{cluster=~"$cluster",namespace=~"$namespace"})"#,
      legend: "{{cluster}} {{namespace}}",
      unit: "cores",
    ),
    Chart(
      title: "Memory by namespace",
      query: "sum by (cluster, namespace) "
        + #"(pod:container_memory_usage_bytes:sum{cluster=~"$cluster",namespace=~"$namespace"})"#,
      legend: "{{cluster}} {{namespace}}",
      unit: "bytes",
    ),
    Chart(
      title: "Targets up",
      query: #"min by (cluster, job) (up{cluster=~"$cluster"})"#,
      legend: "{{cluster}} {{job}}",
      unit: "short",
    ),
    Chart(
      title: "Remote-write lag",
      query: "time() - max by (cluster) "
        + #"(prometheus_remote_storage_queue_highest_sent_timestamp_seconds{cluster=~"$cluster"})"#,
      legend: "{{cluster}}",
      unit: "s",
    ),
    Chart(
      title: "Alerts",
      query: #"sum by (cluster, alertname) (ALERTS{alertstate="firing",cluster=~"$cluster"})"#,
      legend: "{{cluster}} {{alertname}}",
      unit: "short",
    ),
  ]
}
