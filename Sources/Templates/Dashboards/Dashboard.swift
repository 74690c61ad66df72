import JSON

/// Charts that are shown together, all from one source.
struct Dashboard {
  /// What its file and its address are called by; it must not change, or bookmarks lead nowhere.
  let name: String
  /// What people read.
  let title: String
  let source: GrafanaSource
  /// In the order in which they are shown, two a row.
  let charts: [Chart]
  /// Labels whose values a person chooses among above the panels.
  let variables: [String]

  /// The one that shows every cluster beside the others.
  static func clusters(from source: GrafanaSource, _ charts: [Chart]) -> Dashboard {
    Dashboard(
      name: "clusters",
      title: "Clusters",
      source: source,
      charts: charts,
      variables: ["cluster", "namespace"],
    )
  }

  /// As Grafana has it.
  var json: JSON {
    [
      "uid": .string("fedctl-\(name)"),
      "title": .string(title),
      "tags": ["fedctl"],
      "schemaVersion": 39,
      "editable": false,
      "refresh": "1m",
      "time": ["from": "now-6h", "to": "now"],
      "templating": ["list": .array(variables.map(variable))],
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
