import Fleet
import JSON
import Objects

/// What every Prometheus that the operator runs has in common.
extension Site {
  /// What the operator puts on the pods, whichever of its releases it is.
  func operatorLabels(_ part: Part) -> [String: String] {
    ["app.kubernetes.io/name": "prometheus", "prometheus": part.name]
  }

  /// What runs, and with what means.
  func running(_ choice: PrometheusServer, account: String) -> JSON {
    let component = choice.component
    return .fields([
      "image": .string(component.image),
      "version": .string(choice.version),
      "replicas": .integer(Int64(component.replicas)),
      "serviceAccountName": .string(account),
      "securityContext": podSecurityContext(.prometheus),
      "podMetadata": ["labels": memberLabel],
      "retention": .string(choice.retention),
      "storage": component.storage.map { ["volumeClaimTemplate": ["spec": $0.claim]] },
      "resources": component.resources.json,
      "nodeSelector": .map(component.nodeSelector),
      "tolerations": .array(component.tolerations),
      "additionalArgs": .array(component.extraArguments.map(operatorArgument)),
    ])
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
