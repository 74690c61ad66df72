import Fleet
import JSON
import Objects

/// What every Prometheus that the operator runs has in common.
extension Site {
  /// What the operator puts on the pods, whichever of its releases it is.
  func operatorLabels(_ part: Part) -> [String: String] {
    ["app.kubernetes.io/name": "prometheus", "prometheus": part.name]
  }

  /// What runs, with what means and where; `part` is whose pods they are.
  func running(_ choice: PrometheusServer, as part: Part, account: String) -> JSON {
    let component = choice.component
    let pods: JSON = ["matchLabels": .map(operatorLabels(part))]
    return .fields([
      "image": .string(component.image),
      "version": .string(choice.version),
      "replicas": .integer(Int64(component.replicas)),
      "serviceAccountName": .string(account),
      "securityContext": podSecurityContext(.prometheus),
      "podMetadata": ["labels": memberLabel],
      "retention": .string(choice.retention),
      "retentionSize": choice.retentionMebibytes.map { .string("\($0)MiB") },
      "storage": component.storage.map { ["volumeClaimTemplate": ["spec": $0.claim]] },
      "resources": component.resources.json,
      "additionalArgs": .array(component.extraArguments.map(operatorArgument)),
    ]).merging(component.placement(of: pods))
  }

  /// What keeps drained nodes from taking both copies of a Prometheus at once.
  func disruptionBudget(of choice: PrometheusServer, _ part: Part) -> [Manifest] {
    guard choice.component.replicas > 1 else { return [] }
    return [disruptionBudget(of: part, ["matchLabels": .map(operatorLabels(part))])]
  }
}

/// `--web.max-connections=5`, as the operator has it: name and value apart, without dashes.
func operatorArgument(_ argument: String) -> JSON {
  let parts = argument.drop { $0 == "-" }.split(separator: "=", maxSplits: 1)
  return .fields([
    "name": parts.first.map { .string(String($0)) },
    "value": parts.dropFirst().first.map { .string(String($0)) },
  ])
}
