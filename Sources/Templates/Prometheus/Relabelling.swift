import Fleet
import JSON

extension Relabelling {
  /// As resources of the operator have it.
  var json: JSON {
    .fields([
      "sourceLabels": sourceLabels.isEmpty ? nil : .list(sourceLabels),
      "separator": separator.map(JSON.string),
      "targetLabel": targetLabel.map(JSON.string),
      "regex": regex.map(JSON.string),
      "modulus": modulus.map { .integer(Int64($0)) },
      "replacement": replacement.map(JSON.string),
      "action": .string(action.rawValue),
    ])
  }
}
