package import JSON

/// What every workload has in common.
package struct Component: Hashable, Sendable {
  package var image: String
  package var replicas: Int
  package var resources: Resources
  /// The volume of a component that keeps data; nil for one that keeps none.
  package var storage: Storage?
  package var nodeSelector: [String: String]
  /// Kubernetes tolerations, as the API has them.
  package var tolerations: [JSON]
  /// Flags put after fedctl's own.
  package var extraArguments: [String]
}
