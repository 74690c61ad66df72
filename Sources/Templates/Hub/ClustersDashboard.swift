import JSON

/// The dashboard that shows every cluster beside the others.
extension HubSite {
  var clustersDashboard: JSON {
    [
      "uid": "fedctl-clusters",
      "title": "Clusters",
      "tags": ["fedctl"],
      "schemaVersion": 39,
      "editable": false,
      "refresh": "1m",
      "time": ["from": "now-6h", "to": "now"],
      "templating": ["list": [Self.variable("cluster"), Self.variable("namespace")]],
      "panels": .array(Self.charts.enumerated().map { $1.panel(place: $0) }),
    ]
  }

  private static func variable(_ label: String) -> JSON {
    [
      "name": .string(label),
      "type": "query",
      "datasource": source,
      "query": .string("label_values(\(label))"),
      "refresh": 2,
      "sort": 1,
      "multi": true,
      "includeAll": true,
      "allValue": ".*",
    ]
  }

  fileprivate static let source: JSON = ["type": "prometheus", "uid": .string(datasource)]

  private static let charts = [
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
  ]
}

/// One query drawn over time.
private struct Chart {
  let title: String
  let query: String
  let legend: String
  let unit: String

  /// Two panels a row, on Grafana's grid of 24 columns.
  func panel(place: Int) -> JSON {
    [
      "id": .integer(Int64(place + 1)),
      "title": .string(title),
      "type": "timeseries",
      "datasource": HubSite.source,
      "gridPos": [
        "x": .integer(Int64(place % 2 * 12)),
        "y": .integer(Int64(place / 2 * 9)),
        "w": 12,
        "h": 9,
      ],
      "fieldConfig": ["defaults": ["unit": .string(unit)], "overrides": []],
      "targets": [
        [
          "refId": "A",
          "datasource": HubSite.source,
          "expr": .string(query),
          "legendFormat": .string(legend),
        ]
      ],
    ]
  }
}
