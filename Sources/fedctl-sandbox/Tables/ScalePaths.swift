import JSON

/// Where a kind keeps what its subresource `scale` tells: `spec.replicas` and its like.
struct ScalePaths: Sendable {
  /// How many there are to be.
  let specReplicas: FieldPath
  /// How many there are.
  let statusReplicas: FieldPath
  /// A text that pods are found by; nil where they are found by `spec.selector`.
  let selector: FieldPath?

  /// What a definition says under `subresources.scale`; nil for built-in kinds.
  init(_ told: JSON?) {
    func path(_ key: String) -> FieldPath? {
      told?[key]?.stringValue.map { text in
        FieldPath(text.split(separator: ".").map { .key(String($0)) })
      }
    }
    specReplicas = path("specReplicasPath") ?? FieldPath(keys: "spec", "replicas")
    statusReplicas = path("statusReplicasPath") ?? FieldPath(keys: "status", "replicas")
    selector = told == nil ? nil : path("labelSelectorPath") ?? FieldPath(keys: "")
  }
}

extension Resource {
  var scalePaths: ScalePaths { ScalePaths(scale) }
}

extension FieldPath {
  /// As managedFields go to a place that keys alone lead to.
  var elements: [PathElement] {
    steps.compactMap { step in
      if case .key(let name) = step { .field(name) } else { nil }
    }
  }

  /// As the server writes a place that a definition names: `.spec.replicas`.
  var dotted: String {
    steps.map { step in
      if case .key(let name) = step { ".\(name)" } else { "" }
    }.joined()
  }
}
