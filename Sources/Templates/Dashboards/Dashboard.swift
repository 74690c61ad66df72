import JSON

/// Tables and charts that are shown together, all from one source.
struct Dashboard {
  /// What its file and its address are called by; it must not change, or bookmarks lead nowhere.
  let name: String
  /// What people read.
  let title: String
  let source: GrafanaSource
  /// Above the charts.
  var table: Table? = nil
  /// In the order in which they are shown, two a row.
  let charts: [Chart]
  /// What a person chooses above the panels.
  let variables: [Variable]

  /// The one that shows every cluster beside the others.
  static func clusters(from source: GrafanaSource, _ charts: [Chart]) -> Dashboard {
    Dashboard(
      name: "clusters",
      title: "Clusters over time",
      source: source,
      charts: charts,
      variables: [.any("cluster"), .any("namespace")],
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
      "templating": ["list": .array(variables.map { $0.json(from: source.reference) })],
      "panels": .array(panels),
    ]
  }

  private var panels: [JSON] {
    let top = table.map { [$0.panel(id: 1, y: 0, from: source.reference)] } ?? []
    let height = table == nil ? 0 : Table.height
    return top
      + charts.enumerated().map { place, chart in
        chart.panel(place: place, below: (top.count, height), from: source.reference)
      }
  }
}
