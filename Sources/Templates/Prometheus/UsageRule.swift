import JSON

/// A series that is summed up where it arises, so that the hub need not read every container's.
struct UsageRule {
  /// The name of the series that it makes.
  let name: String
  /// In PromQL, over what one cluster scrapes.
  let expression: String

  /// As a group of rules has it.
  var json: JSON { ["record": .string(name), "expr": .string(expression)] }
}
