import JSON

/// Objects as rows, with the columns that their kind has.
func rows(of objects: [JSON], _ resource: Resource, objects part: AnswerForm.TableObjects) -> JSON {
  let columns = columns(of: resource)
  let definitions = columns.map { column -> JSON in
    [
      "name": .string(column.name), "type": .string(column.type),
      "format": .string(column.name == "Name" ? "name" : ""), "description": "",
      "priority": .integer(column.priority),
    ]
  }
  let rows = objects.map { object -> JSON in
    var row: JSONObject = ["cells": .array(columns.map { $0.cell(object) })]
    switch part {
    case .metadata: row["object"] = object.metadataAlone
    case .all: row["object"] = object
    case .none: break
    }
    return .object(row)
  }
  return [
    "kind": "Table", "apiVersion": "meta.k8s.io/v1",
    "metadata": ["resourceVersion": .string(objects.first?.resourceVersion ?? "")],
    "columnDefinitions": .array(definitions), "rows": .array(rows),
  ]
}
