import Fleet
import JSON

extension Component {
  /// Where its pods run, as a pod and a Prometheus resource have it.
  ///
  /// Several pods are spread over nodes and over zones, which nobody has to ask for.
  /// - `pods`: the selector of this part's pods.
  /// - `count`: how many there are, where it is not what the file says.
  /// - `spreading`: how much it matters to this part, where the file does not say.
  func placement(
    of pods: JSON,
    count: Int? = nil,
    spreading: PodSpread = .preferred,
  ) -> JSON {
    let spread = self.spread ?? spreading
    let isSpread = (count ?? replicas) > 1 && spread != .none
    let constraints = [
      spread.constraint(over: "kubernetes.io/hostname", pods),
      PodSpread.preferred.constraint(over: "topology.kubernetes.io/zone", pods),
    ]
    return place.json(spreading: isSpread ? constraints : [])
  }
}

extension Placement {
  /// As a pod has it, without what is empty.
  var json: JSON { json(spreading: []) }

  /// - `constraints`: how several pods of one part keep apart.
  fileprivate func json(spreading constraints: [JSON]) -> JSON {
    .fields([
      "nodeSelector": .map(nodeSelector),
      "affinity": affinity,
      "tolerations": .array(tolerations),
      "topologySpreadConstraints": .array(constraints),
      "priorityClassName": priorityClass.map(JSON.string),
    ])
  }
}

extension PodSpread {
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
