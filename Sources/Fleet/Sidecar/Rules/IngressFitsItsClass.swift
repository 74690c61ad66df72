import Facts
import JSON
import YAML

extension Rule {
  /// Each controller has keys of its own, and needs some of them.
  static let ingressFitsItsClass = Rule { source in
    source.clusters.flatMap { cluster -> [FleetProblem] in
      guard let ingress = cluster.section.optionalSection("ingress") else { return [] }
      let place = source.setting("ingress", of: cluster.node) ?? cluster.node
      let controller = ingress.optionalText("class") ?? "alb"
      let (needed, foreign) =
        controller == "nginx" ? (["host", "tls"], ["certificateARN"]) : (["host"], ["tls"])
      let (missing, superfluous) = (
        needed.filter { ingress.members[$0] == nil }, foreign.filter { ingress.members[$0] != nil },
      )
      return missing.map { lacking($0, controller, place.mark) }
        + superfluous.map { meaningless($0, controller, (place[$0] ?? place).mark) }
    }
  }

  /// What the controller cannot do without.
  private static func lacking(_ key: String, _ controller: String, _ mark: SourceMark)
    -> FleetProblem
  {
    FleetProblem(.sidecar(.ingressLacks(key: key, controller: controller)), at: mark)
  }

  /// What the controller would pass over.
  private static func meaningless(
    _ key: String,
    _ controller: String,
    _ mark: SourceMark,
  ) -> FleetProblem {
    FleetProblem(.sidecar(.ingressIgnores(key: key, controller: controller)), at: mark)
  }
}
