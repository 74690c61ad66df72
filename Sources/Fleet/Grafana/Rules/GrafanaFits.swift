import Facts
import YAML

extension Rule {
  /// Grafana is the fleet's own or somebody else's, and OpenShift has a way to it and a login already.
  static let grafanaFits = Rule { source in
    guard let grafana = source.root["hub"]?["grafana"], let pairs = grafana.pairs else { return [] }
    if grafana["existing"] != nil {
      return pairs.filter { $0.key != "existing" }.map {
        FleetProblem(.hub(.besideExistingGrafana(key: $0.key)), at: $0.keyMark)
      }
    }
    guard source.platform(of: source.section.optionalSection("hub")) == .openshift else {
      guard let login = grafana["login"], grafana["ingress"] == nil else { return [] }
      return [FleetProblem(.hub(.loginWithoutAddress), at: login.mark)]
    }
    return ["ingress", "login"].compactMap { key in
      grafana[key].map { FleetProblem(.hub(.superfluousWay(key: "grafana.\(key)")), at: $0.mark) }
    }
  }
}
