package import JSON

/// What every workload has in common.
package struct Component: Hashable, Sendable {
  /// With a tag or a digest.
  package var image: String
  /// How many pods.
  package var replicas: Int
  /// What its main container asks for and may use at most.
  package var resources: Resources
  /// The volume of a component that keeps data; nil for one that keeps none.
  package var storage: Storage?
  /// Labels that a node must have; empty for any node.
  package var nodeSelector: [String: String]
  /// Kubernetes tolerations, as the API has them.
  package var tolerations: [JSON]
  /// Which nodes and neighbours it wants and shuns, as the API has it; nil for no wish.
  package var affinity: JSON? = nil
  /// Who gives way when nodes are full; nil for the cluster's standard.
  package var priorityClass: String? = nil
  /// How its pods keep apart; nil for what suits the part.
  package var spread: PodSpread? = nil
  /// Flags put after fedctl's own.
  package var extraArguments: [String]
}
