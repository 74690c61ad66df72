import Facts
import YAML

extension Rule {
  /// What Kubernetes would refuse of a toleration only at the time of applying it.
  static let tolerationsAgree = Rule { source in
    let hub = source.root["hub"].map(components) ?? []
    let clusters = source.clusters.flatMap { components($0.node) }
    let shared = source.sharedSettings.flatMap(components) + components(source.root)
    return (hub + clusters + shared)
      .flatMap { $0["tolerations"]?.elements ?? [] }
      .compactMap(flaw)
  }

  /// Every record that has tolerations, however deep.
  private static func components(_ node: Node) -> [Node] { node.pairs?.map(\.value) ?? [] }

  /// The first thing that Kubernetes would refuse in it.
  private static func flaw(of toleration: Node) -> FleetProblem? {
    let exists = toleration["operator"]?.scalar?.text == "Exists"
    let problem: ComponentProblem? =
      if exists, toleration["value"] != nil {
        .tolerationWithValue
      } else if !exists, toleration["key"] == nil {
        .tolerationWithoutKey
      } else if toleration["tolerationSeconds"] != nil,
        toleration["effect"]?.scalar?.text != "NoExecute"
      {
        .tolerationSeconds
      } else {
        nil
      }
    return problem.map { FleetProblem(.component($0), at: toleration.mark) }
  }
}
