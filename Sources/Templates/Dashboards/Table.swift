import JSON

/// A row for each value of one label, with what several queries tell of it now.
struct Table {
  /// One query's place in the rows.
  struct Column {
    let title: String
    /// In PromQL, an instant vector with at most one element for each row.
    let query: String
    /// As Grafana calls it; nil where the column shows a label of the answer and not its value.
    let unit: String?
    /// The label that is shown in place of the value.
    let label: String?

    /// A number.
    init(_ title: String, _ query: String, unit: String) {
      (self.title, self.query, self.unit, label) = (title, query, unit, nil)
    }

    /// A text.
    init(_ title: String, _ query: String, label: String) {
      (self.title, self.query, unit, self.label) = (title, query, nil, label)
    }
  }

  let title: String
  /// What the rows are of.
  let row: (label: String, title: String)
  let columns: [Column]

  /// Over the whole width.
  func panel(id: Int, y: Int, from source: JSON) -> JSON {
    [
      "id": .integer(Int64(id)),
      "title": .string(title),
      "type": "table",
      "datasource": source,
      "gridPos": ["x": 0, "y": .integer(Int64(y)), "w": 24, "h": .integer(Int64(Self.height))],
      "fieldConfig": ["defaults": [:], "overrides": .array(overrides)],
      "transformations": transformations,
      "targets": .array(
        columns.enumerated().map { target($1, reference: Self.reference($0), source) }
      ),
    ]
  }

  /// On Grafana's grid.
  static let height = 12

  /// `A`, `B` and so on.
  private static func reference(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place)))
  }

  /// What the transformation calls the value of a query.
  private static func value(_ place: Int) -> String { "Value #\(reference(place))" }

  private func target(_ column: Column, reference: String, _ source: JSON) -> JSON {
    [
      "refId": .string(reference), "datasource": source, "expr": .string(column.query),
      "format": "table", "instant": true, "range": false,
    ]
  }

  /// One row for what the answers have in common, which is the row's label.
  private var transformations: JSON {
    let hidden = columns.enumerated().filter { $1.label != nil }.map { Self.value($0.offset) }
    return [
      ["id": "merge", "options": [:]],
      [
        "id": "organize",
        "options": [
          "excludeByName": .object(JSONObject((["Time"] + hidden).map { ($0, true) })),
          "indexByName": [:],
          "renameByName": [:],
        ],
      ],
    ]
  }

  private var overrides: [JSON] {
    [Self.override(row.label, row.title, unit: nil)]
      + columns.enumerated().map { place, column in
        Self.override(column.label ?? Self.value(place), column.title, unit: column.unit)
      }
  }

  /// What a column is called, and how its numbers are written.
  private static func override(_ field: String, _ title: String, unit: String?) -> JSON {
    let name: JSON = ["id": "displayName", "value": .string(title)]
    let form = unit.map { ["id": "unit", "value": .string($0)] as JSON }
    return [
      "matcher": ["id": "byName", "options": .string(field)],
      "properties": .array([name] + [form].compactMap(\.self)),
    ]
  }
}
