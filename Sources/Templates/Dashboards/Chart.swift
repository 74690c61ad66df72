import JSON

/// One query drawn over time.
struct Chart {
  let title: String
  /// In PromQL, for the clusters and namespaces that are chosen above the panels.
  let query: String
  /// What each line is called, by its labels in double braces.
  let legend: String
  /// As Grafana calls it.
  let unit: String

  /// Two panels a row, on Grafana's grid of 24 columns.
  ///
  /// - `above`: how many panels stand above all charts, and how high they are.
  func panel(place: Int, below above: (count: Int, height: Int), from source: JSON) -> JSON {
    [
      "id": .integer(Int64(above.count + place + 1)),
      "title": .string(title),
      "type": "timeseries",
      "datasource": source,
      "gridPos": [
        "x": .integer(Int64(place % 2 * 12)),
        "y": .integer(Int64(above.height + place / 2 * 9)),
        "w": 12,
        "h": 9,
      ],
      "fieldConfig": ["defaults": ["unit": .string(unit)], "overrides": []],
      "targets": [
        [
          "refId": "A",
          "datasource": source,
          "expr": .string(query),
          "legendFormat": .string(legend),
        ]
      ],
    ]
  }
}
