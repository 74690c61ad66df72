import JSON

/// A label selector's own rules.
func checkSelector(_ selector: Place, _ problems: inout Problems) {
  checkLabels(selector["matchLabels"], &problems)
  for requirement in selector["matchExpressions"].items {
    let values = requirement["values"]
    switch requirement["operator"].text {
    case "In", "NotIn":
      if values.isEmpty {
        problems.required(values, "must be specified when `operator` is 'In' or 'NotIn'")
      }
    case "Exists", "DoesNotExist":
      if !values.isEmpty {
        problems.forbidden(
          values,
          "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
        )
      }
    default: problems.invalid(requirement["operator"], "not a valid selector operator")
    }
    let key = requirement["key"]
    problems.invalid(key, qualifiedNameProblems(key.text), showing: .string(key.text))
    for value in values.items {
      problems.invalid(value, labelValueProblems(value.text), showing: .string(value.text))
    }
  }
}

extension Place {
  /// Whether a label selector has no requirement at all.
  var isEmptySelector: Bool { self["matchLabels"].isEmpty && self["matchExpressions"].isEmpty }

  /// Whether a label selector that stands here chooses labels; one that is missing chooses none.
  func selects(_ labels: Place) -> Bool {
    guard exists else { return false }
    return self["matchLabels"].entries.allSatisfy { labels.value?[$0.key] == $0.place.value }
      && self["matchExpressions"].items.allSatisfy { requirement in
        let value = labels.value?[requirement["key"].text]
        let isListed = value.map { requirement["values"].value?.arrayValue?.contains($0) ?? false }
        return switch requirement["operator"].text {
        case "In": isListed == true
        case "NotIn": isListed != true
        case "Exists": value != nil
        default: value == nil
        }
      }
  }
}
