import Fleet
import JSON

/// How much it matters that pods of one part are on different nodes.
enum Spreading {
  /// They answer for each other: better a crowded node than a pod that runs nowhere.
  case preferred
  /// They hold copies of the same data, which a lost node must not take together.
  case required
}

extension Component {
  /// Where its pods run, as a pod and a Prometheus resource have it.
  ///
  /// Several pods are spread over nodes and over zones, which nobody has to ask for.
  /// - `pods`: the selector of this part's pods.
  /// - `count`: how many there are, where it is not what the file says.
  func placement(
    of pods: JSON,
    count: Int? = nil,
    spreading: Spreading = .preferred,
  ) -> JSON {
    .fields([
      "nodeSelector": .map(nodeSelector),
      "affinity": affinity,
      "tolerations": .array(tolerations),
      "topologySpreadConstraints": (count ?? replicas) > 1
        ? [
          spreading.constraint(over: "kubernetes.io/hostname", pods),
          Spreading.preferred.constraint(over: "topology.kubernetes.io/zone", pods),
        ] : nil,
      "priorityClassName": priorityClass.map(JSON.string),
    ])
  }
}

extension Spreading {
  /// Nodes whose taints keep a pod away are not counted where it must be placed, or they would seem
  /// empty and keep it from all others.
  fileprivate func constraint(over topology: String, _ pods: JSON) -> JSON {
    .fields([
      "maxSkew": 1,
      "topologyKey": .string(topology),
      "whenUnsatisfiable": self == .required ? "DoNotSchedule" : "ScheduleAnyway",
      "nodeTaintsPolicy": self == .required ? "Honor" : nil,
      "labelSelector": pods,
    ])
  }
}
