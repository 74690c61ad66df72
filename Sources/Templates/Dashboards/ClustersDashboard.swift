import JSON

/// The dashboard that shows every cluster beside the others: the fleet's only one.
struct ClustersDashboard {
  let source: GrafanaSource
  /// In the order in which they are shown, two a row.
  let charts: [Chart]

  /// As Grafana has it.
  var json: JSON {
    [
      "uid": "fedctl-clusters",
      "title": "Clusters",
      "tags": ["fedctl"],
      "schemaVersion": 39,
      "editable": false,
      "refresh": "1m",
      "time": ["from": "now-6h", "to": "now"],
      "templating": ["list": [variable("cluster"), variable("namespace")]],
      "panels": .array(charts.enumerated().map { $1.panel(place: $0, from: source.reference) }),
    ]
  }

  /// What a person chooses above the panels: any of a label's values, and at first all.
  private func variable(_ label: String) -> JSON {
    [
      "name": .string(label),
      "type": "query",
      "datasource": source.reference,
      "query": .string("label_values(\(label))"),
      "refresh": 2,
      "sort": 1,
      "multi": true,
      "includeAll": true,
      "allValue": ".*",
    ]
  }
}
