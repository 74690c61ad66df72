import Facts
import YAML

extension Rule {
  /// Grafana is the fleet's own or somebody else's, and OpenShift has a way to it already.
  static let grafanaFits = Rule { source in
    guard let grafana = source.root["hub"]?["grafana"], let pairs = grafana.pairs else { return [] }
    if grafana["existing"] != nil {
      return pairs.filter { $0.key != "existing" }.map {
        FleetProblem(.hub(.besideExistingGrafana(key: $0.key)), at: $0.keyMark)
      }
    }
    guard let ingress = grafana["ingress"],
      source.platform(of: source.section.optionalSection("hub")) == .openshift
    else { return [] }
    return [FleetProblem(.hub(.superfluousWay(key: "grafana.ingress")), at: ingress.mark)]
  }
}
