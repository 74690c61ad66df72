import Facts

/// Pods that Kubernetes would refuse.
package enum ComponentProblem: Fact, Hashable {
  /// Quantities in canonical form.
  case limitBelowRequest(resource: String, limit: String, request: String)
  /// `operator: Exists` takes none.
  case tolerationWithValue
  /// Only `operator: Exists` needs none.
  case tolerationWithoutKey
  /// An image whose tag is moved on with every release.
  case latestImage(String)
  /// They need `effect: NoExecute`.
  case tolerationSeconds
  /// The level of pod security that the file wants of the namespace would keep the node exporter out.
  case exporterRefused(level: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case limitBelowRequest = "fleet.limit-below-request"
    case tolerationWithValue = "fleet.toleration-with-value"
    case tolerationWithoutKey = "fleet.toleration-without-key"
    case latestImage = "fleet.latest-image"
    case tolerationSeconds = "fleet.toleration-seconds"
    /// The namespace's pod security would keep the node exporter out.
    case exporterRefused = "fleet.exporter-refused"
  }

  package var code: Code {
    switch self {
    case .limitBelowRequest: .limitBelowRequest
    case .tolerationWithValue: .tolerationWithValue
    case .tolerationWithoutKey: .tolerationWithoutKey
    case .latestImage: .latestImage
    case .tolerationSeconds: .tolerationSeconds
    case .exporterRefused: .exporterRefused
    }
  }
}
